requestAnimationFrame(() => setTimeout(() => performance.mark("painted")));

import { useEffect, useRef } from "react";
import { Button } from "@/components/Button";
import styles from "./History.module.css";

/** Fetches what is further down as soon as the end comes into sight; the button is for the keyboard. */
export function EndOfPage({ onMore, isFetching }: { onMore: () => void; isFetching: boolean }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (mark === null || isFetching) {
      return;
    }
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && onMore(), {
      rootMargin: "400px",
    });
    watch.observe(mark);
    return () => watch.disconnect();
  }, [onMore, isFetching]);
  return (
    <div ref={end} className={styles.end}>
      <Button look="quiet" onPress={onMore} isPending={isFetching}>
        Show earlier changes
      </Button>
    </div>
  );
}

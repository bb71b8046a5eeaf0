import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/**
 * The window freezes Object.prototype, so that assigning "constructor" to a plain object fails. The
 * chart library does that to two objects of its own: they are made without a prototype instead.
 */
function chartsUnderFrozenPrototype(): Plugin {
  return {
    name: "charts-under-frozen-prototype",
    transform(code, id) {
      if (!id.endsWith("echarts/lib/core/Scheduler.js")) {
        return null;
      }
      const mended = code.replace(/var (ecModelMock|apiMock) = \{\};/g, "var $1 = Object.create(null);");
      if (mended === code) {
        this.error("The place to mend is gone: look whether charts are drawn without it.");
      }
      return { code: mended, map: null };
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [react(), chartsUnderFrozenPrototype()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    outDir: "dist",
    // WebKitGTK 2.40, the oldest engine a supported distribution ships, equals Safari 16.4.
    target: "safari16.4",
    cssTarget: "safari16.4",
    // The content security policy allows neither inline scripts nor data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test-setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});

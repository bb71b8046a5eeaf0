// The chart library, with what is used of it. Loaded when the first chart is shown.
import { BarChart, LineChart, SankeyChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([
  BarChart,
  LineChart,
  SankeyChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
]);

/** A chart in an element, as large as it is. */
export interface Drawn {
  show: (options: EChartsCoreOption) => void;
  close: () => void;
}

/** Draws in an element until closed; calls back whenever its size turns. */
export function drawIn(element: HTMLElement, turned: () => void): Drawn {
  const chart = init(element);
  const sizes = new ResizeObserver(() => {
    chart.resize();
    turned();
  });
  sizes.observe(element);
  return {
    show: (options) => chart.setOption(options, { notMerge: true }),
    close: () => {
      sizes.disconnect();
      chart.dispose();
    },
  };
}

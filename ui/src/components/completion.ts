// How a line that is being typed could go on.

export interface Completion {
  /** The whole line once it is taken. */
  line: string;
  /** What is offered. */
  label: string;
  detail?: string;
}

import type { ReactNode } from "react";

export type SignName = "check" | "half" | "question" | "cross" | "clock" | "pen" | "ring" | "dash" | "flag";

const STROKE = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.75,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const SHAPES: Readonly<Record<SignName, ReactNode>> = {
  check: <path d="M2.5 6.5 5 9l4.5-6" {...STROKE} strokeWidth={2} />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.25" {...STROKE} strokeWidth={1.25} />
      <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" />
    </>
  ),
  question: <path d="M4 4a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M6 9.6v.1" {...STROKE} />,
  cross: <path d="m3 3 6 6M9 3 3 9" {...STROKE} />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.25" {...STROKE} strokeWidth={1.25} />
      <path d="M6 3.5V6l1.75 1" {...STROKE} strokeWidth={1.25} />
    </>
  ),
  pen: <path d="m2 10 .5-2.5L8 2l2 2-5.5 5.5zM6.75 3.25l2 2" {...STROKE} strokeWidth={1.25} />,
  ring: <circle cx="6" cy="6" r="3.75" {...STROKE} />,
  dash: <path d="M3 6h6" {...STROKE} />,
  flag: (
    <path
      d="M3 1.5v9M3 2h6.5L8 4.25 9.5 6.5H3z"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth={1}
      strokeLinejoin="round"
    />
  ),
};

export interface SignProps {
  name: SignName;
  /** Named where no word stands beside it; left out it is decoration. */
  label?: string;
}

/** A small sign that keeps a state readable without its colour. Takes the colour and size of the text. */
export function Sign({ name, label }: SignProps) {
  return (
    <svg
      viewBox="0 0 12 12"
      width="0.75rem"
      height="0.75rem"
      style={{ flex: "none" }}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {SHAPES[name]}
    </svg>
  );
}

import { cva } from "class-variance-authority";

/** Shared by buttons and by links that look like them; kept apart so that server components can use it. */
export const buttonStyles = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none " +
    "transition-colors duration-75 disabled:cursor-not-allowed disabled:opacity-55 data-disabled:cursor-not-allowed " +
    "data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent shadow-low hover:bg-accent-hover",
        secondary:
          "border-line-strong/60 bg-surface text-ink shadow-low hover:border-line-strong hover:bg-hover",
        ghost: "border-transparent bg-transparent text-muted hover:bg-hover hover:text-ink",
        danger: "border-transparent bg-danger text-white shadow-low hover:bg-danger-hover",
        link: "border-transparent bg-transparent px-0! text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current",
      },
      size: {
        small: "h-(--control-small) px-2 text-sm [&_svg]:size-3.5",
        medium: "h-(--control) px-3 text-base",
        large: "h-10 px-4 text-lg",
      },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);

/** Dorsal's mark: a D whose stem is a spine and whose bowl is a lead with its contacts. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden focusable="false">
      <rect width="32" height="32" rx="7.5" fill="#0c5d6a" />
      <g fill="#ffffff">
        <rect x="7" y="6.5" width="6" height="3.4" rx="1.7" />
        <rect x="7.6" y="11.7" width="6" height="3.4" rx="1.7" />
        <rect x="7.6" y="16.9" width="6" height="3.4" rx="1.7" />
        <rect x="7" y="22.1" width="6" height="3.4" rx="1.7" />
      </g>
      <path
        d="M15.6 8.2c5.6 0 9.2 3.2 9.2 7.8s-3.6 7.8-9.2 7.8"
        fill="none"
        stroke="#7fd3de"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <g fill="#ffffff">
        <circle cx="21.9" cy="10.4" r="1.55" />
        <circle cx="24.8" cy="16" r="1.55" />
        <circle cx="21.9" cy="21.6" r="1.55" />
      </g>
    </svg>
  );
}

/**
 * The way to the inbox. How much of it is unread stands in a property of the page (components/live/show-unread.ts). Drawn
 * here, since one icon of lucide-react would bring a kilobyte of script to the reading page.
 */
export function Bell() {
  return (
    <a href="/inbox" className="bell" title="Inbox">
      <svg
        viewBox="0 0 24 24"
        width={18}
        height={18}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M10.268 21a2 2 0 0 0 3.464 0M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326" />
      </svg>
      <span className="sr-only">Inbox</span>
    </a>
  );
}

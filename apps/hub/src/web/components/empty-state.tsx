import type { Child } from 'hono/jsx';

/** One sentence that teaches, one action. */
export function EmptyState({ children, action }: { children: Child; action?: Child }) {
  return (
    <div class="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

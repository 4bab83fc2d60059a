export interface Tab {
  href: string;
  label: string;
  count?: string;
  current?: boolean;
}

/** Links, not script: each tab has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count ? ` ${tab.count}` : ''}
        </a>
      ))}
    </nav>
  );
}

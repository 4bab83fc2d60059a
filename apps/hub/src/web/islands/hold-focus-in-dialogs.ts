/** While a question is open, Tab stays in it and everything else is silent. */
export function holdFocusInDialogs(): void {
  for (const dialog of document.querySelectorAll<HTMLElement>('[popover][data-confirm]')) {
    let silenced: Element[] = [];
    dialog.addEventListener('toggle', (event) => {
      if (event.newState !== 'open') return;
      silenced = othersThan(dialog).filter((element) => !element.hasAttribute('inert'));
      for (const element of silenced) element.setAttribute('inert', '');
      dialog.setAttribute('aria-modal', 'true');
    });
    // before the browser gives the focus back, which it cannot to what is inert
    dialog.addEventListener('beforetoggle', (event) => {
      if (event.newState !== 'closed') return;
      for (const element of silenced) element.removeAttribute('inert');
      dialog.removeAttribute('aria-modal');
    });
  }
}

/** The siblings of an element and of each of its ancestors. */
function othersThan(element: Element): Element[] {
  const others: Element[] = [];
  for (let at: Element = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const sibling of at.parentElement.children) if (sibling !== at) others.push(sibling);
  }
  return others;
}

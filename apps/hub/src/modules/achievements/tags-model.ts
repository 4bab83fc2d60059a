/** Commas, semicolons of other scripts and new lines part tags; a tag in quotes keeps its commas. */
export function readTags(text: string): string[] {
  const found = text.match(/"[^"\n]*"|[^,،、\n"]+/gu) ?? [];
  const tags = found.map((tag) => tag.replace(/^"|"$/g, '').replace(/\s+/g, ' ').trim()).filter(Boolean);
  return tags.filter((tag, index) => tags.findIndex((other) => sameTag(other, tag)) === index);
}

const sameTag = (one: string, other: string) => one.toLocaleLowerCase() === other.toLocaleLowerCase();

export function writeTags(tags: string[]): string {
  return tags.map((tag) => (/[,،、]/u.test(tag) ? `"${tag.replaceAll('"', '')}"` : tag)).join(', ');
}

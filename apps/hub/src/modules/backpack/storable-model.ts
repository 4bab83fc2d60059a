/** JSON without what PostgreSQL takes in no text: NUL, and halves of surrogate pairs. Only for showing, never what is signed. */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_name, each) => (typeof each === 'string' ? plain(each) : each)));
}

const plain = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '');

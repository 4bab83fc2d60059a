import type { JsonObject } from '../model/json.ts';
import { pointerInto } from '../model/json-pointer.ts';

/** Something that a conversion could not carry over, or wrote otherwise. */
export interface ConversionNote {
  /** RFC 6901 pointer into the original. */
  pointer: string;
  /** One plain English sentence. */
  sentence: string;
}

/** A document of another version, and what of the original is not in it. It is not signed. */
export interface Converted {
  document: JsonObject;
  notes: ConversionNote[];
}

/** A hostile document could make the list endless. */
const most = 100;

export class ConversionNotes {
  readonly notes: ConversionNote[] = [];

  add(pointer: string, sentence: string): void {
    if (this.notes.length < most) this.notes.push({ pointer, sentence });
  }

  /** Notes every member of `object` that is none of those carried over. */
  lost(object: JsonObject, pointer: string, carried: readonly string[], version: '2.0' | '3.0'): void {
    for (const member of Object.keys(object)) {
      if (carried.includes(member) || member.startsWith('@') || object[member] === undefined) continue;
      const at = pointerInto(pointer, member);
      this.add(at, `${member.slice(0, 100)} has no place in Open Badges ${version}, or is not carried over.`);
    }
  }
}

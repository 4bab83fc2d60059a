import { expect, it } from 'vitest';
import { loadFace } from './faces.ts';
import { layText } from './lay-text.ts';

const outline = (name: 'poster' | 'strong' | 'label', text: string) => {
  const laid = layText(loadFace(name), text);
  const drawn = laid?.letters.map((letter) => letter.draw((x, y) => `${x.toFixed(3)} ${y.toFixed(3)}`)).join('');
  return { width: laid?.width ?? 0, drawn };
};

it('the poster face is narrower than the strong one, and the strong one bolder than the label', () => {
  const [poster, strong, label] = [
    outline('poster', 'Founding'),
    outline('strong', 'Founding'),
    outline('label', 'Founding'),
  ];

  expect(poster.width).toBeLessThan(strong.width * 0.9);
  expect(strong.drawn).not.toBe(label.drawn);
});

it('letters beyond Latin 1 come from the second part of the face', () => {
  expect(outline('poster', 'Łódź').width).toBeGreaterThan(1);
  expect(outline('poster', 'Łódź').drawn).toMatch(/^M.*Z$/);
});

it('a text with a letter that the face lacks is not laid at all', () => {
  expect(layText(loadFace('poster'), 'Жar')).toBeUndefined();
});

it('capitals pair up: AV is closer than A and V alone', () => {
  const apart = outline('poster', 'A').width + outline('poster', 'V').width;
  expect(outline('poster', 'AV').width).toBeLessThan(apart);
});

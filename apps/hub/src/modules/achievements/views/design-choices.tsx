import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { drawIcon } from '../design/icons.ts';
import { BadgeDesign, drawBadge, fullPalettes, grounds, type Palette, palettes, shapes } from '../design/index.ts';
import { designAsTyped, type Typed, type TypedField } from '../form-model.ts';
import { type IconGroup, iconGroups } from '../icon-groups-model.ts';

interface Props {
  p: Page;
  typed: Typed;
}

interface ChoiceProps {
  name: TypedField;
  value: string;
  typed: Typed;
  picture: Child;
  label: string;
  palette?: Palette;
}

/** A radio button with a picture of what it does; its name stands below. */
function PictureChoice({ name, value, typed, picture, label, palette }: ChoiceProps) {
  return (
    <label class="pick">
      <input
        type="radio"
        name={name}
        value={value}
        checked={typed[name] === value}
        data-primary={palette?.primary}
        data-secondary={palette?.secondary}
      />
      <span class="pick__p" aria-hidden="true">
        {picture}
      </span>
      <span class="pick__l">{label}</span>
    </label>
  );
}

/** The drawing as it stands, with one thing changed and no word on it. */
function sketch(typed: Typed, change: Partial<BadgeDesign>): Child {
  const parsed = BadgeDesign.safeParse({ ...designAsTyped(typed), ribbon: undefined, ...change });
  if (!parsed.success) return null;
  return raw(drawBadge(parsed.data, { alt: '', inline: true }));
}

export function ShapeChoices({ p, typed }: Props) {
  return (
    <>
      <fieldset class="field">
        <legend class="legend">{p.t('achievements.field.shape')}</legend>
        <div class="picks">
          {shapes.map((shape) => (
            <PictureChoice
              name="shape"
              value={shape}
              typed={typed}
              picture={sketch(typed, { shape })}
              label={p.t(`design.shape.${shape}.name`)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend class="legend">{p.t('achievements.field.ground')}</legend>
        <div class="picks">
          {grounds.map((ground) => (
            <PictureChoice
              name="ground"
              value={ground}
              typed={typed}
              picture={sketch(typed, { ground })}
              label={p.t(`design.ground.${ground}`)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

const pageInks = { main: 'currentColor', accent: 'var(--accent)', ground: 'var(--mount)' };

/** Grouped by what they are about; the group of the chosen one is open. */
export function IconChoices({ p, typed }: Props) {
  const groups = Object.entries(iconGroups) as [IconGroup, (typeof iconGroups)[IconGroup]][];
  return (
    <fieldset class="field">
      <legend class="legend">{p.t('achievements.field.icon')}</legend>
      {groups.map(([group, icons]) => (
        <details class="icons" open={(icons as readonly string[]).includes(typed.icon)}>
          <summary>{p.t(`achievements.icons.${group}`)}</summary>
          <div class="picks picks--small">
            {icons.map((icon) => (
              <PictureChoice
                name="icon"
                value={icon}
                typed={typed}
                picture={
                  <svg viewBox="40 30 120 112" aria-hidden="true">
                    {raw(drawIcon(icon, pageInks))}
                  </svg>
                }
                label={p.t(`design.icon.${icon}.name`)}
              />
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}

export function InkChoices({ p, typed }: Props) {
  return (
    <fieldset class="field">
      <legend class="legend">{p.t('achievements.field.palette')}</legend>
      <div class="picks picks--inks">
        {[...palettes, ...fullPalettes].map((palette) => (
          <PictureChoice
            name="palette"
            value={palette.name}
            typed={typed}
            palette={palette}
            picture={<Swatch palette={palette} />}
            label={p.t(`design.palette.${palette.name}`)}
          />
        ))}
        <PictureChoice
          name="palette"
          value="own"
          typed={typed}
          picture={<Swatch palette={{ primary: typed.primary, secondary: typed.secondary }} />}
          label={p.t('achievements.palette.own')}
        />
      </div>
      <div class="row owninks">
        <TextField p={p} name="primary" type="color" label={p.t('achievements.field.primary')} value={typed.primary} />
        <TextField
          p={p}
          name="secondary"
          type="color"
          label={p.t('achievements.field.secondary')}
          value={typed.secondary}
        />
      </div>
    </fieldset>
  );
}

function Swatch({ palette: { primary, secondary } }: { palette: Omit<Palette, 'name'> }) {
  return (
    <svg viewBox="0 0 48 24" aria-hidden="true">
      <path d="M0 0H34L26 24H0Z" fill={primary} />
      <path d="M34 0H48V24H26Z" fill={secondary} />
    </svg>
  );
}

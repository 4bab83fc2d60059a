import { Button, FileField, Radios, TextField } from '../../../web/components/index.ts';
import { longestRibbon } from '../design/index.ts';
import { designFields } from '../form-model.ts';
import { DesignAdvice } from './design-advice.tsx';
import { IconChoices, InkChoices, ShapeChoices } from './design-choices.tsx';
import type { EditorProps } from './editor-page.tsx';
import { EditorPart } from './editor-part.tsx';

export function DesignFields(props: EditorProps) {
  const { p, typed, errors } = props;
  return (
    <EditorPart id="picture" title={p.t('achievements.part.picture')} say={p.t('achievements.part.picture.say')}>
      <Radios
        p={p}
        name="picture"
        label={p.t('achievements.field.picture')}
        value={typed.picture}
        options={[
          { value: 'design', label: p.t('achievements.picture.design') },
          { value: 'upload', label: p.t('achievements.picture.upload') },
        ]}
      />
      <input type="hidden" name="upload" value={typed.upload} />
      <Upload {...props} />
      <div class="designer">
        <ShapeChoices p={p} typed={typed} />
        <IconChoices p={p} typed={typed} />
        <TextField
          p={p}
          name="ribbon"
          label={p.t('achievements.field.ribbon')}
          hint={p.t('achievements.field.ribbon.hint', { count: longestRibbon })}
          value={typed.ribbon}
          errors={errors}
          short
          optional
        />
        <InkChoices p={p} typed={typed} />
        <div id="advice">
          <design-advice data-src="/designer/advice" data-only={[...designFields, 'name', 'lang'].join(' ')}>
            <DesignAdvice p={p} typed={typed} action={props.action} madeAlt={props.madeAlt} />
          </design-advice>
        </div>
        <noscript>
          <p>
            <Button name="act" value="draw" look="quiet" small formaction={`${props.action}#picture`}>
              {p.t('achievements.draw')}
            </Button>
          </p>
        </noscript>
      </div>
      <TextField
        p={p}
        name="imageAlt"
        label={p.t('achievements.field.imageAlt')}
        hint={p.t('achievements.field.imageAlt.hint')}
        value={typed.imageAlt}
        errors={errors}
        lang={typed.lang}
        maxlength={500}
      />
    </EditorPart>
  );
}

function Upload({ p, errors, upload, action }: EditorProps) {
  return (
    <div class="upload">
      <FileField
        p={p}
        name="image"
        label={p.t('achievements.field.image')}
        hint={p.t(upload ? 'achievements.field.image.there' : 'achievements.field.image.hint')}
        accept="image/png,image/jpeg,image/webp,image/svg+xml"
        errors={errors}
      />
      <p>
        <Button name="act" value="draw" look="quiet" small formaction={`${action}#picture`}>
          {p.t('achievements.upload.look')}
        </Button>
      </p>
    </div>
  );
}

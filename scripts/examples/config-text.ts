import { organs, type Color } from './tissues.ts';

function toHex(color: Color): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Renders the `holdout.yml` of an example; `description` is one line of plain words. */
export function renderConfig(name: string, description: string): string {
  const classes = organs.map((organ) => `    - { name: ${organ.name}, color: '${toHex(organ.color)}' }`);
  return `# yaml-language-server: $schema=../../schemas/holdout.schema.json
dataset:
  name: ${name}
  description: ${description}

samples:
  manifest: manifest.csv
  columns:
    image: file
    label: mask
    subject: subject
    split: split
    domain: domain
    groups: { clip: clip }

labels:
  kind: mask
  classes:
${classes.join('\n')}

task:
  kind: segmentation
  targetDomain: real

# The subjects are simulated: there is nobody whose id a report should hide.
report:
  privacy: open
`;
}

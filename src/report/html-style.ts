/**
 * The look of the HTML report: system fonts, one column, light and dark by the reader's setting. Every pair of
 * text and ground has a contrast of at least 4.5 (WCAG 2.2, AA); a test measures it.
 */

/** Colours by name; `…Text` is read on `…Ground`, on `ground` and on `surface`. */
export const lightColors = {
  ground: '#f6f7f9',
  surface: '#ffffff',
  line: '#dde1e7',
  text: '#1b2027',
  quiet: '#59626f',
  link: '#0b57b0',
  bar: '#4a78b5',
  track: '#e8ebf0',
  errorText: '#a3151f',
  errorGround: '#fdecec',
  warningText: '#7a4b00',
  warningGround: '#fff3d6',
  infoText: '#0b4f9e',
  infoGround: '#e8f1fc',
  passedText: '#14612e',
  passedGround: '#e5f5ea',
  skippedText: '#4e5763',
  skippedGround: '#eceff3',
} as const;

export const darkColors: Readonly<Record<keyof typeof lightColors, string>> = {
  ground: '#12151a',
  surface: '#1a1f26',
  line: '#303843',
  text: '#e7eaee',
  quiet: '#a0aab8',
  link: '#82b4f5',
  bar: '#6f9fdc',
  track: '#2a313b',
  errorText: '#ff9f9f',
  errorGround: '#3b181b',
  warningText: '#f4c463',
  warningGround: '#362a10',
  infoText: '#93c0fa',
  infoGround: '#16283f',
  passedText: '#84d69c',
  passedGround: '#15301f',
  skippedText: '#b0b9c5',
  skippedGround: '#272d36',
};

const rules = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:64rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
h1,h2,h3,p,ul,dl,dd,table{margin:0}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.3;margin-bottom:1rem}
h3{font-size:1rem;margin-bottom:.75rem}
main>section{margin-top:2.5rem}
ul{padding:0;list-style:none}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
a{color:var(--link);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
summary{cursor:pointer;color:var(--quiet);font-size:.875rem}
.product{color:var(--quiet);font-size:.875rem;margin-bottom:.25rem}
.lead{color:var(--quiet);margin-top:.5rem;max-width:46rem}
.note,.source{color:var(--quiet);font-size:.875rem}
.error{--tone:var(--errorText);--tint:var(--errorGround)}
.warning{--tone:var(--warningText);--tint:var(--warningGround)}
.info{--tone:var(--infoText);--tint:var(--infoGround)}
.passed{--tone:var(--passedText);--tint:var(--passedGround)}
.skipped{--tone:var(--skippedText);--tint:var(--skippedGround)}
main>.verdict{margin-top:1.75rem;padding:1.5rem 1.75rem;background:var(--tint);border-left:.375rem solid var(--tone);border-radius:.5rem}
.verdict h2{color:var(--tone);font-size:1.5rem;margin-bottom:.25rem}
.reasons{margin-top:1.25rem;display:grid;gap:.5rem}
.reasons li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1.5rem;padding:.625rem 1rem;background:var(--surface);border-radius:.375rem;border-left:.1875rem solid var(--tone)}
.lift{flex-basis:100%;font-size:.9375rem;color:var(--quiet)}
.lift::before{content:"→ "/""}
.stop{margin-top:1.25rem}
.stop strong{font-weight:600;margin-right:.375rem}
main>section[aria-label]{margin-top:1.25rem}
.tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:.75rem}
.tile{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.875rem 1rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.tile dt{color:var(--quiet);font-size:.875rem}
.tile dd{font-size:1.625rem;font-weight:600;line-height:1.25;font-variant-numeric:tabular-nums;color:var(--tone,var(--text))}
.tile .note{font-weight:400}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:.75rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th{text-align:left;font-weight:400}
th,td{vertical-align:top;padding:.625rem .75rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.panel,.checks,.accepted{background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.checks,.accepted{border-collapse:separate;border-spacing:0}
.panel{padding:.875rem 1rem 1rem}
.bars caption{text-align:left;font-weight:600;padding-bottom:.375rem;font-size:.9375rem}
.bars th,.bars td{padding:.3125rem 0 .3125rem .75rem;vertical-align:middle}
.bars tr>:first-child{padding-left:0}
.bars .bar{width:55%}
.bars .share{color:var(--quiet)}
.bars svg{display:block;width:100%;height:.625rem;border-radius:.1875rem;overflow:hidden}
.track{fill:var(--track)}
.fill{fill:var(--bar)}
.mark{color:var(--quiet);border:1px solid var(--line);border-radius:.25rem;padding:0 .375rem;font-size:.75rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.checks thead th,.accepted thead th{color:var(--quiet);font-size:.8125rem;border-bottom:1px solid var(--line)}
.checks tbody tr+tr>*,.accepted tbody tr+tr>*{border-top:1px solid var(--line)}
.checks td:first-child{white-space:nowrap}
.checks tbody th,.accepted tbody th{min-width:14.5rem}
.accepted td:last-child{min-width:7rem}
.pill{display:inline-block;padding:.0625rem .5rem;border-radius:1rem;background:var(--tint);color:var(--tone);font-size:.8125rem;font-weight:500;white-space:nowrap}
.check{margin-top:2rem}
.check h3 code{font-size:1rem;font-weight:600}
.check h3{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
.cards{display:grid;gap:.75rem}
.card{padding:1rem 1.25rem;background:var(--surface);border:1px solid var(--line);border-left:.1875rem solid var(--tone);border-radius:.375rem;display:grid;gap:.5rem}
.message{font-weight:500}
.place{color:var(--quiet)}
.evidence{display:flex;flex-wrap:wrap;gap:.375rem 1.75rem;font-size:.875rem;font-variant-numeric:tabular-nums}
.evidence dt{color:var(--quiet)}
.fix{font-size:.9375rem}
.check>.fix{margin-bottom:.75rem}
.fix strong{font-weight:600;margin-right:.375rem}
.folded summary{margin:.75rem 0}
.samples ul{margin-top:.375rem;columns:18rem;column-gap:1.5rem}
.measurements{margin-top:.25rem}
.measurements .evidence{margin-top:.375rem}
figure{margin:0;padding:1rem 1.25rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.figures{display:grid;gap:.75rem}
.chart{overflow-x:auto}
.chart svg{display:block;max-width:100%;height:auto}
figcaption summary{margin-top:.5rem}
.numbers{width:auto;font-size:.875rem;font-variant-numeric:tabular-nums}
.numbers th,.numbers td{padding:.125rem 1.5rem .125rem 0}
.numbers th{color:var(--quiet)}
.samples-key{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0 1rem;font-size:.875rem}
.swatch{display:inline-block;width:.75em;height:.75em;margin-right:.375em;border-radius:.125em;border:1px solid rgb(0 0 0/.35)}
.sheet{margin-top:1rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(26rem,100%),1fr));gap:.75rem}
.sample{margin:0;padding:.75rem;background:var(--surface);border:1px solid var(--line);border-radius:.375rem}
.sample[class~=error],.sample[class~=warning],.sample[class~=info]{border:2px solid var(--tone)}
.sample img{display:block;max-width:100%;height:auto;margin-bottom:.5rem}
.sample figcaption{display:grid;gap:.25rem;font-size:.875rem}
.sample .samples-key{margin:0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}
@media (max-width:44rem){
main{padding:1.5rem 1rem 3rem}
h1{font-size:1.625rem}
main>.verdict{padding:1.125rem}
.tiles{grid-template-columns:repeat(3,1fr);gap:.5rem}
.tile{padding:.625rem .75rem}
.tile dd{font-size:1.25rem}
.tile .note{display:block}
.checks,.accepted,.checks tbody,.accepted tbody,.checks tr,.accepted tr,.checks th,.checks td,.accepted th,.accepted td{display:block}
.checks thead,.accepted thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.checks tbody tr,.accepted tbody tr{padding:.75rem 1rem}
.checks tbody tr>*,.accepted tbody tr>*,.checks tbody tr+tr>*,.accepted tbody tr+tr>*{padding:.125rem 0;border:0}
.checks tbody tr+tr,.accepted tbody tr+tr{border-top:1px solid var(--line)}
.checks tbody th,.accepted tbody th,.accepted td:last-child{min-width:0}
.bars .bar{width:30%}
}
@media print{
body{font-size:11pt}
main{max-width:none;padding:0}
.card,.tile,.verdict,.checks tr,.panel{break-inside:avoid}
h2,h3{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;block-size:auto}
}
`;

export const htmlStyle = `:root{color-scheme:light dark;${declareColors(lightColors)}}
@media screen and (prefers-color-scheme:dark){:root{${declareColors(darkColors)}}}${rules}`;

function declareColors(colors: Readonly<Record<string, string>>): string {
  return Object.entries(colors)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}

import tseslint from 'typescript-eslint';

/** What each room of src/ may import; docs/architecture.md tells why. */
const rooms = {
  model: [],
  statistics: [],
  config: ['model'],
  inventory: ['model'],
  annotations: ['model'],
  fingerprint: ['model'],
  checks: ['model', 'statistics'],
  charts: ['model'],
  audit: ['model', 'checks', 'charts'],
  split: ['model', 'statistics'],
  baseline: ['model', 'report'],
  change: ['model'],
  report: ['model', 'split', 'charts'],
  publish: ['model', 'report'],
  adapters: ['model'],
};

const roomNames = [...Object.keys(rooms), 'entry'];

function forbid(room, allowed) {
  const forbidden = roomNames.filter((name) => name !== room && !allowed.includes(name));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
      message: `src/${room}/ may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing'} only.`,
    },
  ];
  if (room !== 'fingerprint')
    patterns.push({ regex: '^sharp$', message: 'Only src/fingerprint/ decodes pixels.' });
  if (!['adapters', 'fingerprint'].includes(room))
    patterns.push({
      regex: '^node:(fs|fs/promises|child_process|net|http|https|process)$',
      message: `src/${room}/ does no I/O.`,
    });
  return {
    files: [`src/${room}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }], 'no-console': 'error' },
  };
}

/**
 * Text out of a dataset reaches an output through an escaper alone. A page, Markdown, XML and a chart are put together
 * of `Markup`, which the templates of markup.ts make of text by escaping it; so it is enough that nobody makes it in
 * another way. A terminal's renderers are given nothing but escaped text (escape-texts.ts), and the programs write no
 * other.
 */
const unescaped = [
  {
    selector: "NewExpression[callee.name='Markup'] > :not(Literal).arguments",
    message: 'Fill a template of src/report/markup.ts, which escapes.',
  },
];

const unescapedWrites = {
  selector:
    "CallExpression[callee.property.name='write'] > TemplateLiteral > :not(CallExpression[callee.name=/^escape/]).expressions",
  message: 'Escape what is written: escapeTerminal.',
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'examples/*/', 'test/fixtures/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  { files: ['eslint.config.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...unescaped] } },
  {
    files: ['src/entry/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unescaped, unescapedWrites] },
  },
  {
    // The templates themselves; styles, settings and drawings of our own; a bar made of numbers.
    files: [
      'src/report/markup.ts',
      'src/report/mermaid.ts',
      'src/report/charts/chart-pictures.ts',
      'src/report/html.ts',
      'src/report/html/charts.ts',
      'src/report/html/write-element.ts',
      'src/entry/progress.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  ...Object.entries(rooms).map(([room, allowed]) => forbid(room, allowed)),
);

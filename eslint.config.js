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
  ...Object.entries(rooms).map(([room, allowed]) => forbid(room, allowed)),
);

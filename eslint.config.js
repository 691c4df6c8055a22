import tseslint from 'typescript-eslint';

const shell = ['src/main.ts', 'src/clerk.ts', 'src/config.ts', 'src/cli/**', 'src/io/**'];
const world = 'belongs to clerk.ts, cli/, config.ts and io/; take it as a value';

// Biome does formatting and general lint; these rules need types, or biome does not have them.
export default tseslint.config(
  { ignores: ['dist', 'coverage', 'data', '.*', '*.config.*'] },
  {
    files: ['**/*.ts'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // The pure core: no waiting, no clock, no chance, no environment.
    files: ['src/**/*.ts'],
    ignores: shell,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'performance'].map(
          (name) => ({ name, message: `${name} ${world}` }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: `waiting ${world}` },
        { selector: 'AwaitExpression', message: `waiting ${world}` },
        { selector: "NewExpression[callee.name='Promise']", message: `waiting ${world}` },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: `the clock ${world}` },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: `the clock ${world}` },
        { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: `the clock ${world}` },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: `chance ${world}` },
      ],
    },
  },
);

const steps = ['reception', 'clarification', 'categorisation', 'dissemination'];
const shell = '^src/(main\\.ts|clerk\\.ts|config\\.ts|cli/|io/)';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...steps.map((step) => ({
      name: `${step}-stands-alone`,
      comment: 'The four steps never import each other; decide.ts alone knows their order.',
      severity: 'error',
      from: { path: `^src/${step}/` },
      to: { path: `^src/(${steps.filter((other) => other !== step).join('|')}|agenda|commands)/|^src/decide\\.ts` },
    })),
    {
      name: 'pure-core-does-not-reach-the-shell',
      severity: 'error',
      from: { path: '^src/', pathNot: shell },
      to: { path: '^src/(io|cli)/|^src/(clerk|config|main)\\.ts' },
    },
    {
      name: 'pure-core-touches-no-world',
      comment: 'Files, network, processes and timers belong to clerk.ts, cli/, config.ts and io/.',
      severity: 'error',
      from: { path: '^src/', pathNot: shell },
      to: {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(crypto|util|buffer|url|punycode)$',
      },
    },
    {
      name: 'pure-core-uses-no-wire-library',
      severity: 'error',
      from: { path: '^src/', pathNot: shell },
      to: { path: 'node_modules/(imapflow|nodemailer|mailparser|lowdb|pino|smtp-server|node-cron|commander)/' },
    },
    {
      name: 'stories-say-so',
      comment:
        'What plays the whole clerk takes its time: such a test is named *.story.test.ts, or stands among the long ones.',
      severity: 'error',
      from: { path: '^test/.*\\.test\\.ts$', pathNot: '^test/(real|bench)/|\\.(story|long)\\.test\\.ts$' },
      to: { path: '^test/world\\.ts$', reachable: true },
    },
    { name: 'not-to-dev', severity: 'error', from: { path: '^src' }, to: { dependencyTypes: ['npm-dev'] } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};

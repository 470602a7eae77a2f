import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const CODE = ['**/*.{ts,mts,mjs,js,vue}']
const TYPED = ['**/*.{ts,mts,vue}']
const TESTS = ['**/*.{test,testing}.{ts,mjs}', '**/test/**']

/** What type-graphql, TypeORM and our own rules forbid, each with the reason its author will read. */
const FORBIDDEN_IN_SERVER = [
  {
    selector: 'CallExpression[callee.property.name="save"]',
    message:
      "save() decides itself whether it inserts or updates, and so moved another tenant's row when we tried. " +
      'Write an insert, or an update that names tenant, id and version.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(orderBy|addOrderBy)$/][arguments.0.type!="Literal"]',
    message: 'TypeORM puts the argument of orderBy into the SQL as it is. Only a literal may stand here.',
  },
]

const patterns = (...groups) => [
  'error',
  { patterns: groups.map(([group, message]) => ({ group, message })) },
]

const NEVER_ANOTHER_APP = [
  [
    '**/apps/*',
    '**/apps/*/**',
    '@mitsprache/server',
    '@mitsprache/web',
    '@mitsprache/server/*',
    '@mitsprache/web/*',
  ],
  'Apps never import each other; they share `schema` and `terms`.',
]
const ONLY_THE_MAP_KNOWS_LEAFLET = [
  ['leaflet', 'leaflet/*'],
  'Only src/map/ knows Leaflet: GeoJSON goes in, events come out.',
]

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/generated/**',
      '**/gql/**',
      '**/var/**',
      '**/coverage/**',
      'packages/presets/test/fixtures/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: CODE,
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },

  // Types are read for everything that has them.
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Resolvers and handlers answer promises by contract, also where one has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },

  // The web app: Vue's own advice (its layout belongs to Prettier) and accessibility.
  {
    files: ['**/*.vue'],
    extends: [...vue.configs['flat/recommended'], ...accessibility.configs['flat/recommended']],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser },
    },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/attributes-order': 'off',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-undef-components': 'off',
      'vue/require-default-prop': 'off',
      // A label around its control or a label that names it: screen readers take either.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/no-autofocus': 'error',
    },
  },
  { files: ['**/*.vue'], ...vue.configs['no-layout-rules'] },
  {
    // TypeScript alone, which ESLint asks, does not see into components and takes what comes out of them for
    // errors. vue-tsc does see into them and is as strict (`npm run types`).
    files: ['apps/web/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Composables hand out functions to be taken apart: const { t } = useI18n().
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  // Rooms. The whole of "who may import whom" is checked by packages/presets; this is what an editor can say.
  {
    files: ['apps/server/**'],
    rules: {
      // TypeORM and type-graphql take classes, and a class of any kind is a Function to TypeScript.
      '@typescript-eslint/no-unsafe-function-type': 'off',
      'no-restricted-syntax': ['error', ...FORBIDDEN_IN_SERVER],
      'no-restricted-imports': patterns(NEVER_ANOTHER_APP),
    },
  },
  {
    // A drawing surface has a save() of its own; no row was ever moved by it.
    files: ['apps/server/src/platform/base-map/**'],
    rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN_IN_SERVER.slice(1)] },
  },
  {
    files: ['apps/server/src/platform/**'],
    rules: {
      'no-restricted-imports': patterns(NEVER_ANOTHER_APP, [
        ['**/modules/**', '**/http/**'],
        'The platform knows no term of the field: modules lean on it, never the reverse.',
      ]),
    },
  },
  {
    files: ['apps/web/**'],
    ignores: ['apps/web/src/map/**'],
    rules: { 'no-restricted-imports': patterns(NEVER_ANOTHER_APP, ONLY_THE_MAP_KNOWS_LEAFLET) },
  },
  {
    files: ['apps/web/src/map/**'],
    rules: { 'no-restricted-imports': patterns(NEVER_ANOTHER_APP) },
  },
  {
    files: ['packages/**'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': patterns([
        NEVER_ANOTHER_APP[0],
        'Packages stand on their own; apps build on them, never the reverse.',
      ]),
    },
  },

  // Programs for the command line talk on the console; that is what they are for.
  {
    files: [
      'scripts/**',
      'packages/*/scripts/**',
      '.ci/**',
      'bench/**',
      'e2e/**',
      'packages/presets/**',
      'docker/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: TESTS,
    rules: {
      // Answers of a server under test are looked at, not trusted.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)

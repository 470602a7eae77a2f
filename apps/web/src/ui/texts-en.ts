/** All texts of one language in one piece; the room's folder is the first part of a key. */
export const texts: Record<string, Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<Record<string, string>>(
      ['/src/{ui,map,app}/texts.en.json', '/src/features/*/texts.en.json'],
      {
        eager: true,
        import: 'default',
      },
    ),
  ).map(([path, room]) => [path.split('/').at(-2)!, room]),
)

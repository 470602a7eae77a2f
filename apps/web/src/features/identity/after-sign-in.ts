/**
 * Where to go after signing in: the page that asked for it, or the staff's first page.
 *
 * Only paths of this tenant's staff are followed, so that nobody can be sent elsewhere by a link.
 */
export function placeAfterSignIn(tenant: string, wanted: unknown): string {
  const staff = `/t/${tenant}/staff/`
  return typeof wanted === 'string' && wanted.startsWith(staff) && !wanted.includes('..') ? wanted : staff
}

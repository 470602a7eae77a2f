/**
 * What people and attackers try first, in small letters: whole passwords of twelve signs and more, and
 * words that do not become a password by a year or a sign of exclamation.
 */
const WORDS = `
password passwort passwort passwd kennwort losungswort geheim geheimnis geheimwort secret secretpassword
mypassword meinpasswort meinpasswor passwordpassword passwortpasswort passwortgeheim password1234 admin
administrator adminadmin administration verwaltung stadtverwaltung gemeinde gemeindeverwaltung rathaus buergermeister
bürgermeister landratsamt landkreis bauamt bauleitplanung stadtplanung stadtplanungsamt beteiligung mitsprache
sachsen sachsen-anhalt freistaat freistaatsachsen dresden leipzig chemnitz zwickau deutschland germany berlin
hallo hallohallo hallowelt helloworld hello willkommen welcome welcomeback letmein letmeinplease iloveyou
ichliebedich ichhassedich schatz schatzi schnucki liebling prinzessin princess sonnenschein sunshine sommer
sommerzeit winter winterzeit frühling fruehling herbst montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar april august september oktober november dezember monday tuesday wednesday thursday friday saturday
sunday january february october december summer spring autumn
qwertz qwertzuiop qwertzuiopü qwertzuiopasdf qwertzuiopasdfghjkl qwertz123456 qwerty qwertyuiop qwertyuiopasdf
qwertyuiop[] qwerty123456 asdfghjkl asdfghjklöä asdfghjklzxcvbnm asdfasdfasdf asdf yxcvbnm zxcvbnm yxcvbnmasdfghjkl
1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qazwsxedc q1w2e3r4t5y6 q1w2e3r4t5z6 1q2w3e4r5t6y 1q2w3e4r5t6z zaq12wsxcde3
1234qwerasdf qwer1234asdf 123qweasdzxc 123qweasdyxc abc123abc123 abcd1234abcd a1b2c3d4e5f6 abcdefghijkl
123456789abc 123456789000 123123123123 112233445566 121212121212 123412341234 123456123456 123456654321
000000000000 111111111111 987654321000 1234567890qw 1234567890ab 1234567890ß´ 0123456789ab 147258369147
football baseball basketball superman batman spiderman starwars pokemon dragon monkey master shadow
trustno1 trustnoone whatever computer internet fussball fußball fussballfussball borussia borussiadortmund
bayern bayernmünchen bayernmuenchen schalke schalke04 werder werderbremen dynamo dynamodresden rbleipzig
volkswagen mercedes porsche microsoft windows google facebook samsung
michael michaela thomas stefan stephan andreas christian christina sebastian alexander alexandra katharina
stephanie daniel daniela martin martina nicole sandra sabine susanne claudia florian matthias johannes
test testtest testtesttest testpassword testpasswort tester default changeme changemenow aendermich ändermich
bitteaendern bitteändern standard standardpasswort initial initialpasswort startpasswort start neuespasswort
newpassword temporary temppassword guest gast user benutzer benutzername username login loginlogin anmeldung
correcthorsebatterystaple correct-horse-battery-staple thisisapassword thisismypassword dasistmeinpasswort
dasisteinpasswort keinpasswort nopassword ichhabekeinpasswort passwortvergessen passwordforgotten
`

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean))

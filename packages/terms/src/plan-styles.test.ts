import { describe, expect, it } from 'vitest'
import { LANGUAGES, PLAN_STYLES, styleOf, type PlanStyleKey } from './index.ts'
// The list of classes is no front door of its package: only this test counts them through.
import { CLASSES_BUILDING } from '../../xplanung/src/words/classes-building.ts'
import { CLASSES_REGION } from '../../xplanung/src/words/classes-region.ts'

const classes = `${CLASSES_BUILDING}${CLASSES_REGION}`
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('|')[0]!)

/** Classes without a drawing rule in any standard: they say in words of their own what they are. */
const NEUTRAL = [
  'BP_FestsetzungNachLandesrecht',
  'BP_FlaecheOhneFestsetzung',
  'BP_GenerischesObjekt',
  'FP_DarstellungNachLandesrecht',
  'FP_FlaecheOhneDarstellung',
  'FP_GenerischesObjekt',
  'SO_Objekt',
  'SO_SonstigesRecht',
  'RP_GenerischesObjekt',
  'LP_SonstigesRecht',
  'LP_GenerischesObjekt',
]

describe('the style of an object of a plan', () => {
  it('is known for every class of XPlanung; only what no standard draws is neutral', () => {
    expect(classes.length).toBeGreaterThan(200)
    const neutral = classes.filter((name) => styleOf({ class: name }) === 'neutral')
    expect(neutral.sort()).toEqual([...NEUTRAL].sort())
  })

  it.each<[string, Record<string, unknown>, PlanStyleKey]>([
    [
      'BP_BaugebietsTeilFlaeche',
      { besondereArtDerBaulNutzung: '1200', allgArtDerBaulNutzung: '1000' },
      'generalHousing',
    ],
    ['BP_BaugebietsTeilFlaeche', { allgArtDerBaulNutzung: '3000' }, 'commercial'],
    ['BP_BaugebietsTeilFlaeche', { besondereArtDerBaulNutzung: '1800' }, 'industrial'],
    ['BP_BaugebietsTeilFlaeche', {}, 'buildingArea'],
    ['FP_BebauungsFlaeche', { allgArtDerBaulNutzung: '1000' }, 'housing'],
    ['BP_GruenFlaeche', { nutzungsform: '2000', zweckbestimmung: '1000' }, 'publicGreen'],
    ['BP_GruenFlaeche', { nutzungsform: '1000' }, 'privateGreen'],
    ['BP_GruenFlaeche', { zweckbestimmung: { allgemein: '1600' } }, 'playground'],
    ['BP_GruenFlaeche', { zweckbestimmung: ['1000', '16000'] }, 'playground'],
    ['BP_GruenFlaeche', { zweckbestimmung: '14005' }, 'sportsGreen'],
    ['BP_GruenFlaeche', { zweckbestimmung: '12000' }, 'garden'],
    ['BP_StrassenVerkehrsFlaeche', {}, 'street'],
    ['BP_VerkehrsflaecheBesondererZweckbestimmung', { zweckbestimmung: '1100' }, 'footAndCycle'],
    ['BP_VerkehrsflaecheBesondererZweckbestimmung', { zweckbestimmung: '1000' }, 'parking'],
    ['BP_VerkehrsflaecheBesondererZweckbestimmung', { zweckbestimmung: '1200' }, 'trafficCalmed'],
    ['BP_VerkehrsflaecheBesondererZweckbestimmung', {}, 'specialTraffic'],
    ['SO_Strassenverkehr', { zweckbestimmung: { allgemein: '1400', detail: '14002' } }, 'footAndCycle'],
    ['BP_AnpflanzungBindungErhaltung', { massnahme: '1000' }, 'preservation'],
    ['BP_AnpflanzungBindungErhaltung', { massnahme: '2000' }, 'planting'],
    ['BP_KennzeichnungsFlaeche', { zweckbestimmung: '4000' }, 'contaminated'],
    ['BP_NichtUeberbaubareGrundstuecksflaeche', {}, 'notBuildable'],
    ['BP_UeberbaubareGrundstuecksFlaeche', {}, 'buildable'],
    ['SO_Wasserrecht', { artDerFestlegung: '20000' }, 'flood'],
    ['SO_Wasserrecht', { artDerFestlegung: '10001' }, 'water'],
    ['SO_SchutzgebietNaturschutzrecht', { artDerFestlegung: '1300' }, 'landscapeProtection'],
    ['SO_SchutzgebietNaturschutzrecht', { artDerFestlegung: '1000' }, 'natureProtection'],
    ['RP_NaturLandschaft', { gebietsTyp: '1000' }, 'regionNaturePriority'],
    ['RP_NaturLandschaft', { gebietsTyp: '1100' }, 'regionNatureReserve'],
    ['RP_ErneuerbareEnergie', { gebietsTyp: '1200' }, 'regionEnergy'],
    ['RP_ErneuerbareEnergie', { gebietsTyp: '1400' }, 'regionExcluded'],
    ['RP_LaermschutzBauschutz', {}, 'noise'],
    ['XP_PTO', {}, 'lettering'],
  ])('%s with %j is drawn as %s', (name, attributes, expected) => {
    expect(styleOf({ class: name, attributes })).toBe(expected)
  })

  it('goes by the style chosen by hand where no class says anything', () => {
    expect(styleOf({ fill: 'housingTwo' })).toBe('housingTwo')
    expect(styleOf({ class: null, fill: 'toString' })).toBe('neutral')
    expect(styleOf({ class: 'BP_Unbekannt', attributes: null })).toBe('neutral')
  })
})

describe('the words of the legend', () => {
  it('say each style in every language, and no two styles the same', () => {
    const styles = Object.values(PLAN_STYLES)
    for (const language of LANGUAGES) {
      const said = styles.map((style) => style.words[language])
      expect(said.filter((text) => !text)).toEqual([])
      const twice = said.filter((text, i) => said.indexOf(text) !== i)
      expect(twice).toEqual([])
    }
  })
})

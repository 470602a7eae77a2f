/** Classes of the plans of municipalities (BP, FP), of other plans (SO) and of what all have in common (XP). */
export const CLASSES_BUILDING = `
BP_AbgrabungsFlaeche|Fläche für Abgrabungen|Area for excavation
BP_AufschuettungsFlaeche|Fläche für Aufschüttungen|Area for raising the ground
BP_BodenschaetzeFlaeche|Fläche für Bodenschätze|Area for mineral extraction
BP_RekultivierungsFlaeche|Fläche zur Rekultivierung|Area to be recultivated
BP_AbstandsFlaeche|Abstandsfläche|Required distance from boundaries
BP_AbweichungVonBaugrenze|Abweichung von der Baugrenze|Deviation from the building limit
BP_AbweichungVonUeberbaubarerGrundstuecksFlaeche|Abweichung von der überbaubaren Grundstücksfläche|Deviation from the buildable area
BP_AbweichungVonUeberbaubererGrundstuecksFlaeche|Abweichung von der überbaubaren Grundstücksfläche|Deviation from the buildable area
BP_BaugebietsTeilFlaeche|Baugebiet|Building area
BP_BaugebietObjekt|Baugebiet|Building area
BP_Baugebiet|Baugebiet|Building area
BP_BauGrenze|Baugrenze|Building limit
BP_BauLinie|Baulinie|Building line
BP_BesondererNutzungszweckFlaeche|Fläche für besonderen Nutzungszweck|Area for a special purpose
BP_FirstRichtungsLinie|Firstrichtung|Direction of the roof ridge
BP_FoerderungsFlaeche|Fläche für geförderten Wohnungsbau|Area for subsidised housing
BP_GebaeudeFlaeche|Gebäude|Building
BP_GebaeudeStellung|Stellung der Gebäude|Position of buildings
BP_GemeinschaftsanlagenFlaeche|Gemeinschaftsanlage|Shared facility
BP_GemeinschaftsanlagenZuordnung|Zuordnung einer Gemeinschaftsanlage|Assignment of a shared facility
BP_NebenanlagenAusschlussFlaeche|Fläche ohne Nebenanlagen|Area without ancillary structures
BP_NebenanlagenFlaeche|Nebenanlagen|Ancillary structures
BP_NichtUeberbaubareGrundstuecksflaeche|Nicht überbaubare Grundstücksfläche|Area not to be built on
BP_PersGruppenBestimmteFlaeche|Wohnraum für besondere Personengruppen|Housing for particular groups
BP_RegelungVergnuegungsstaetten|Regelung für Vergnügungsstätten|Rule on places of entertainment
BP_SpezielleBauweise|Besondere Bauweise|Special form of building
BP_UeberbaubareGrundstuecksFlaeche|Überbaubare Grundstücksfläche|Buildable area
BP_WohngebaeudeFlaeche|Fläche für Wohngebäude|Area for residential buildings
BP_ErneuerbareEnergieFlaeche|Fläche für erneuerbare Energien|Area for renewable energy
BP_ErhaltungsBereichFlaeche|Erhaltungsbereich|Conservation area
BP_GemeinbedarfsFlaeche|Fläche für den Gemeinbedarf|Area for public facilities
BP_SpielSportanlagenFlaeche|Fläche für Sport- und Spielanlagen|Area for play and sports
BP_EmissionskontingentLaermGebiet|Gebiet mit Lärmkontingent|Area with a noise quota
BP_RichtungssektorGrenze|Grenze eines Richtungssektors|Limit of a noise sector
BP_ZusatzkontingentLaerm|Zusätzliches Lärmkontingent|Additional noise quota
BP_ZusatzkontingentLaermFlaeche|Fläche mit zusätzlichem Lärmkontingent|Area with an additional noise quota
BP_GruenFlaeche|Grünfläche|Green space
BP_KleintierhaltungFlaeche|Fläche für Kleintierhaltung|Area for keeping small animals
BP_Landwirtschaft|Landwirtschaft|Agriculture
BP_LandwirtschaftsFlaeche|Fläche für die Landwirtschaft|Agricultural area
BP_WaldFlaeche|Wald|Woodland
BP_AnpflanzungBindungErhaltung|Anpflanzung und Erhaltung|Planting and preservation
BP_AusgleichsFlaeche|Ausgleichsfläche|Compensation area
BP_AusgleichsMassnahme|Ausgleichsmaßnahme|Compensation measure
BP_EingriffsBereich|Bereich eines Eingriffs|Area of an intervention
BP_SchutzPflegeEntwicklungsFlaeche|Fläche für Schutz, Pflege und Entwicklung der Natur|Area for nature protection and care
BP_SchutzPflegeEntwicklungsMassnahme|Maßnahme für Schutz, Pflege und Entwicklung der Natur|Measure for nature protection and care
BP_AbstandsMass|Maßangabe|Dimension
BP_FestsetzungNachLandesrecht|Festsetzung nach Landesrecht|Designation under Land law
BP_FlaecheOhneFestsetzung|Fläche ohne Festsetzung|Area without designation
BP_FreiFlaeche|Freizuhaltende Fläche|Area to be kept clear
BP_GenerischesObjekt|Sonstiges Planobjekt|Other plan object
BP_HoehenMass|Höhenangabe|Height
BP_HoehenPunkt|Höhenpunkt|Spot height
BP_KennzeichnungsFlaeche|Gekennzeichnete Fläche|Marked area
BP_NutzungsartenGrenze|Abgrenzung unterschiedlicher Nutzung|Limit between different uses
BP_Sichtflaeche|Sichtfläche|Sight area
BP_TextlicheFestsetzungsFlaeche|Fläche mit textlicher Festsetzung|Area with a rule in the text
BP_TextAbschnittFlaeche|Fläche mit textlicher Festsetzung|Area with a rule in the text
BP_UnverbindlicheVormerkung|Vormerkung|Advance notice
BP_VerkehrsflaecheBesondererZweckbestimmung|Verkehrsfläche besonderer Zweckbestimmung|Traffic area with a special purpose
BP_Veraenderungssperre|Veränderungssperre|Development freeze
BP_Wegerecht|Geh-, Fahr- und Leitungsrecht|Right of way
BP_Immissionsschutz|Immissionsschutz|Protection from noise and emissions
BP_ImmissionsschutzFlaeche|Immissionsschutz|Protection from noise and emissions
BP_TechnischeMassnahmenFlaeche|Fläche für technische Maßnahmen|Area for technical measures
BP_VerEntsorgung|Ver- und Entsorgung|Utilities
BP_ZentralerVersorgungsbereich|Zentraler Versorgungsbereich|Central shopping area
BP_BereichOhneEinAusfahrtLinie|Bereich ohne Ein- und Ausfahrt|No vehicle access
BP_EinfahrtPunkt|Einfahrt|Vehicle access
BP_EinfahrtsbereichLinie|Einfahrtsbereich|Vehicle access zone
BP_StrassenbegrenzungsLinie|Straßenbegrenzungslinie|Street boundary line
BP_Strassenkoerper|Straßenkörper|Road embankment
BP_StrassenkoerperFlaeche|Straßenkörper|Road embankment
BP_StrassenVerkehrsFlaeche|Straßenverkehrsfläche|Street
BP_Luftreinhalteflaeche|Fläche zur Luftreinhaltung|Clean-air area
BP_LuftreinhalteFlaeche|Fläche zur Luftreinhaltung|Clean-air area
BP_Laermpegelbereich|Lärmpegelbereich|Noise level zone
BP_Denkmalschutzrecht|Denkmalschutz|Monument protection
BP_DenkmalschutzEnsembleFlaeche|Denkmalschutz: Ensemble|Monument protection: ensemble
BP_DenkmalschutzEinzelanlage|Denkmalschutz: Einzelanlage|Monument protection: single building
BP_GewaesserFlaeche|Gewässer|Water
BP_WasserwirtschaftsFlaeche|Fläche für die Wasserwirtschaft|Water management area
BP_SchutzgebietWasserrecht|Wasserschutzgebiet|Water protection area
BP_Schutzgebiet|Schutzgebiet|Protected area
BP_TextAbschnitt|Textliche Festsetzung|Rule in the text
FP_TextAbschnitt|Textliche Darstellung|Text of the plan
RP_TextAbschnitt|Textabschnitt|Text of the plan
SO_TextAbschnitt|Textabschnitt|Text of the plan
LP_TextAbschnitt|Textabschnitt|Text of the plan
XP_TextAbschnitt|Textabschnitt|Text of the plan
XP_BegruendungAbschnitt|Abschnitt der Begründung|Section of the explanatory report
XP_FPO|Flächendarstellung|Drawn area
XP_LPO|Liniendarstellung|Drawn line
XP_LTO|Beschriftung entlang einer Linie|Lettering along a line
XP_TPO|Beschriftung|Lettering
XP_PPO|Symbol|Symbol
XP_PTO|Beschriftung|Lettering
XP_Nutzungsschablone|Nutzungsschablone|Table of land-use figures
XP_Praesentationsobjekt|Darstellung|Drawing
XP_Rasterdarstellung|Gescannter Plan|Scanned plan
XP_RasterplanBasis|Gescannter Plan|Scanned plan
XP_RasterplanAenderung|Gescannte Änderung|Scanned amendment
BP_RasterplanAenderung|Gescannte Änderung|Scanned amendment
XP_ExterneReferenz|Dokument|Document
FP_Abgrabung|Fläche für Abgrabungen|Area for excavation
FP_AbgrabungsFlaeche|Fläche für Abgrabungen|Area for excavation
FP_Aufschuettung|Fläche für Aufschüttungen|Area for raising the ground
FP_AufschuettungsFlaeche|Fläche für Aufschüttungen|Area for raising the ground
FP_Bodenschaetze|Fläche für Bodenschätze|Area for mineral extraction
FP_BodenschaetzeFlaeche|Fläche für Bodenschätze|Area for mineral extraction
FP_BebauungsFlaeche|Baufläche|Area for building
FP_KeineZentrAbwasserBeseitigungFlaeche|Fläche ohne zentrale Abwasserbeseitigung|Area without a central sewer
FP_Gemeinbedarf|Gemeinbedarf|Public facilities
FP_SpielSportanlage|Spiel- und Sportanlagen|Play and sports
FP_Gruen|Grünfläche|Green space
FP_Landwirtschaft|Landwirtschaft|Agriculture
FP_LandwirtschaftsFlaeche|Fläche für die Landwirtschaft|Agricultural area
FP_WaldFlaeche|Wald|Woodland
FP_AnpassungKlimawandel|Anpassung an den Klimawandel|Adaptation to climate change
FP_AusgleichsFlaeche|Ausgleichsfläche|Compensation area
FP_SchutzPflegeEntwicklung|Schutz, Pflege und Entwicklung der Natur|Nature protection and care
FP_DarstellungNachLandesrecht|Darstellung nach Landesrecht|Indication under Land law
FP_FlaecheOhneDarstellung|Fläche ohne Darstellung|Area without indication
FP_GenerischesObjekt|Sonstiges Planobjekt|Other plan object
FP_Kennzeichnung|Gekennzeichnete Fläche|Marked area
FP_Nutzungsbeschraenkung|Nutzungsbeschränkung|Restricted use
FP_NutzungsbeschraenkungsFlaeche|Nutzungsbeschränkung|Restricted use
FP_PrivilegiertesVorhaben|Privilegiertes Vorhaben|Privileged project
FP_TextAbschnittFlaeche|Fläche mit textlicher Darstellung|Area with an indication in the text
FP_TextlicheDarstellungsFlaeche|Fläche mit textlicher Darstellung|Area with an indication in the text
FP_UnverbindlicheVormerkung|Vormerkung|Advance notice
FP_VorbehalteFlaeche|Fläche mit Vorbehalt|Area with a reservation
FP_VerEntsorgung|Ver- und Entsorgung|Utilities
FP_ZentralerVersorgungsbereich|Zentraler Versorgungsbereich|Central shopping area
FP_Strassenverkehr|Straßenverkehr|Roads
FP_StrassenverkehrsFlaeche|Straßenverkehr|Roads
FP_Gewaesser|Gewässer|Water
FP_Wasserwirtschaft|Wasserwirtschaft|Water management
FP_WasserwirtschaftsFlaeche|Wasserwirtschaft|Water management
FP_Schutzgebiet|Schutzgebiet|Protected area
SO_Linienobjekt|Linie|Line
SO_Objekt|Planobjekt|Plan object
SO_Baubeschraenkung|Baubeschränkung|Building restriction
SO_Bauverbotszone|Bauverbotszone|No-building zone
SO_Bodenschutzrecht|Bodenschutz|Soil protection
SO_Denkmalschutzrecht|Denkmalschutz|Monument protection
SO_Forstrecht|Wald nach Forstrecht|Forest by law
SO_Gewaesser|Gewässer|Water
SO_Luftverkehrsrecht|Luftverkehr|Air traffic
SO_Schienenverkehrsrecht|Bahn|Railway
SO_SonstigesRecht|Sonstiges Recht|Other law
SO_Strassenverkehr|Straßenverkehr|Street
SO_Strassenverkehrsrecht|Straßenrecht|Road law
SO_Wasserrecht|Wasserrecht|Water law
SO_Wasserwirtschaft|Wasserwirtschaft|Water management
SO_SchutzgebietNaturschutzrecht|Naturschutz|Nature protection
SO_SchutzgebietSonstigesRecht|Schutzgebiet|Protected area
SO_SchutzgebietWasserrecht|Wasserschutzgebiet|Water protection area
SO_Gebiet|Gebiet nach besonderem Städtebaurecht|Area under special urban law
SO_Gelaendemorphologie|Geländeform|Landform
SO_Grenze|Grenze|Boundary
SO_Sichtflaeche|Sichtfläche|Sight area
SO_TextAbschnittFlaeche|Fläche mit Text|Area with a text
`

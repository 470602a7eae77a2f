<?xml version="1.0" encoding="UTF-8"?>
<xplan:XPlanAuszug xmlns:xplan="http://www.xplanung.de/xplangml/6/0" xmlns:gml="http://www.opengis.net/gml/3.2"
  xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="Quellstedt">
  <gml:boundedBy>
    <gml:Envelope srsName="EPSG:25833">
      <gml:lowerCorner>353500 5633000</gml:lowerCorner>
      <gml:upperCorner>353900 5633300</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
  <gml:featureMember>
    <xplan:BP_Plan gml:id="Plan1">
      <xplan:name>Alte Gärtnerei</xplan:name>
      <xplan:nummer>12/2026</xplan:nummer>
      <xplan:beschreibung>84 Wohnungen auf dem Gelände der früheren Gärtnerei.</xplan:beschreibung>
      <xplan:technHerstellDatum>2026-09-01</xplan:technHerstellDatum>
      <xplan:erstellungsMassstab>500</xplan:erstellungsMassstab>
      <xplan:raeumlicherGeltungsbereich>
        <gml:Polygon gml:id="GPlan1" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>353500 5633000 353900 5633000 353900 5633300 353500 5633300 353500 5633000</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:raeumlicherGeltungsbereich>
      <xplan:verfahrensMerkmale>
        <xplan:XP_VerfahrensMerkmal>
          <xplan:vermerk>Bekannt gemacht im Stadtanzeiger</xplan:vermerk>
          <xplan:datum>2026-10-24</xplan:datum>
          <xplan:signatur>Stadtplanungsamt</xplan:signatur>
          <xplan:signiert>true</xplan:signiert>
        </xplan:XP_VerfahrensMerkmal>
      </xplan:verfahrensMerkmale>
      <xplan:externeReferenz>
        <xplan:XP_SpezExterneReferenz>
          <xplan:art>Dokument</xplan:art>
          <xplan:referenzName>Begründung</xplan:referenzName>
          <xplan:referenzURL>begruendung.pdf</xplan:referenzURL>
          <xplan:typ>1010</xplan:typ>
        </xplan:XP_SpezExterneReferenz>
      </xplan:externeReferenz>
      <xplan:externeReferenz>
        <xplan:XP_SpezExterneReferenz>
          <xplan:referenzName>Umweltbericht</xplan:referenzName>
          <xplan:referenzURL>https://quellstedt.example/umweltbericht.pdf</xplan:referenzURL>
          <xplan:datum>2026-08-15</xplan:datum>
          <xplan:typ>1050</xplan:typ>
        </xplan:XP_SpezExterneReferenz>
      </xplan:externeReferenz>
      <xplan:texte xlink:href="#Text1"/>
      <xplan:gemeinde>
        <xplan:XP_Gemeinde>
          <xplan:ags>14511000</xplan:ags>
          <xplan:gemeindeName>Quellstedt</xplan:gemeindeName>
          <xplan:ortsteilName>Gartenvorstadt</xplan:ortsteilName>
        </xplan:XP_Gemeinde>
      </xplan:gemeinde>
      <xplan:planArt>10001</xplan:planArt>
      <xplan:rechtsstand>2400</xplan:rechtsstand>
      <xplan:aufstellungsbeschlussDatum>2026-01-20</xplan:aufstellungsbeschlussDatum>
      <xplan:auslegungsStartDatum>2026-11-02</xplan:auslegungsStartDatum>
      <xplan:auslegungsEndDatum>2026-12-02</xplan:auslegungsEndDatum>
      <xplan:bereich xlink:href="#Bereich1"/>
    </xplan:BP_Plan>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_Bereich gml:id="Bereich1">
      <xplan:nummer>1</xplan:nummer>
      <xplan:name>Gesamtes Gebiet</xplan:name>
      <xplan:verfahren>1000</xplan:verfahren>
      <xplan:gehoertZuPlan xlink:href="#Plan1"/>
    </xplan:BP_Bereich>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:XP_TextAbschnitt gml:id="Text1">
      <xplan:schluessel>§ 3</xplan:schluessel>
      <xplan:text>Flachdächer sind zu begrünen.</xplan:text>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
    </xplan:XP_TextAbschnitt>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BaugebietsTeilFlaeche gml:id="Wa1">
      <xplan:gliederung1>1</xplan:gliederung1>
      <xplan:ebene>0</xplan:ebene>
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GWa1" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>353500 5633000 353700 5633000 353700 5633150 353500 5633150 353500 5633000</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
          <gml:interior>
            <gml:LinearRing>
              <gml:posList>353550 5633050 353550 5633090 353590 5633090 353590 5633050 353550 5633050</gml:posList>
            </gml:LinearRing>
          </gml:interior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:dachgestaltung>
        <xplan:BP_Dachgestaltung>
          <xplan:dachform>1000</xplan:dachform>
        </xplan:BP_Dachgestaltung>
      </xplan:dachgestaltung>
      <xplan:GFZ>1.2</xplan:GFZ>
      <xplan:GRZ>0.4</xplan:GRZ>
      <xplan:Z>3</xplan:Z>
      <xplan:besondereArtDerBaulNutzung>1200</xplan:besondereArtDerBaulNutzung>
      <xplan:bauweise>1000</xplan:bauweise>
    </xplan:BP_BaugebietsTeilFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_GruenFlaeche gml:id="Gruen1">
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Surface gml:id="GGruen" srsName="EPSG:25833">
          <gml:patches>
            <gml:PolygonPatch>
              <gml:exterior>
                <gml:Ring>
                  <gml:curveMember>
                    <gml:LineString gml:id="GGruen1">
                      <gml:posList>353800 5633000 353900 5633000 353900 5633100</gml:posList>
                    </gml:LineString>
                  </gml:curveMember>
                  <gml:curveMember>
                    <gml:Curve gml:id="GGruen2">
                      <gml:segments>
                        <gml:Arc>
                          <gml:posList>353900 5633100 353850 5633150 353800 5633100</gml:posList>
                        </gml:Arc>
                      </gml:segments>
                    </gml:Curve>
                  </gml:curveMember>
                  <gml:curveMember>
                    <gml:CompositeCurve gml:id="GGruen3">
                      <gml:curveMember>
                        <gml:LineString gml:id="GGruen4">
                          <gml:posList>353800 5633100 353800 5633050</gml:posList>
                        </gml:LineString>
                      </gml:curveMember>
                      <gml:curveMember>
                        <gml:LineString gml:id="GGruen5">
                          <gml:posList>353800 5633050 353800 5633000</gml:posList>
                        </gml:LineString>
                      </gml:curveMember>
                    </gml:CompositeCurve>
                  </gml:curveMember>
                </gml:Ring>
              </gml:exterior>
            </gml:PolygonPatch>
            <gml:PolygonPatch>
              <gml:exterior>
                <gml:LinearRing>
                  <gml:posList>353700 5633000 353800 5633000 353800 5633100 353700 5633100 353700 5633000</gml:posList>
                </gml:LinearRing>
              </gml:exterior>
            </gml:PolygonPatch>
          </gml:patches>
        </gml:Surface>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:zweckbestimmung>
        <xplan:BP_KomplexeZweckbestGruen>
          <xplan:allgemein>1600</xplan:allgemein>
        </xplan:BP_KomplexeZweckbestGruen>
      </xplan:zweckbestimmung>
      <xplan:nutzungsform>2000</xplan:nutzungsform>
    </xplan:BP_GruenFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_UeberbaubareGrundstuecksFlaeche gml:id="Fenster1">
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:MultiSurface gml:id="GMs" srsName="EPSG:25833">
          <gml:surfaceMember>
            <gml:Polygon gml:id="GMs1">
              <gml:exterior>
                <gml:LinearRing>
                  <gml:posList>353510 5633010 353530 5633010 353530 5633030 353510 5633030 353510 5633010</gml:posList>
                </gml:LinearRing>
              </gml:exterior>
            </gml:Polygon>
          </gml:surfaceMember>
          <gml:surfaceMember>
            <gml:Polygon gml:id="GMs2">
              <gml:exterior>
                <gml:LinearRing>
                  <gml:posList>353610 5633010 353630 5633010 353630 5633030 353610 5633030 353610 5633010</gml:posList>
                </gml:LinearRing>
              </gml:exterior>
            </gml:Polygon>
          </gml:surfaceMember>
        </gml:MultiSurface>
      </xplan:position>
      <xplan:flaechenschluss>false</xplan:flaechenschluss>
      <xplan:Zmin>2</xplan:Zmin>
      <xplan:Zmax>3</xplan:Zmax>
    </xplan:BP_UeberbaubareGrundstuecksFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BauGrenze gml:id="Grenze1">
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Curve gml:id="GGrenze" srsName="EPSG:25833">
          <gml:segments>
            <gml:LineStringSegment>
              <gml:posList>353510 5633200 353560 5633200</gml:posList>
            </gml:LineStringSegment>
            <gml:ArcString>
              <gml:posList>353560 5633200 353570 5633210 353580 5633200 353590 5633190 353600 5633200</gml:posList>
            </gml:ArcString>
          </gml:segments>
        </gml:Curve>
      </xplan:position>
    </xplan:BP_BauGrenze>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_VerEntsorgung gml:id="Brunnen1">
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GKreis" srsName="EPSG:25833">
          <gml:exterior>
            <gml:Ring>
              <gml:curveMember>
                <gml:Curve gml:id="GKreis1">
                  <gml:segments>
                    <gml:Circle>
                      <gml:posList>353760 5633200 353750 5633210 353740 5633200</gml:posList>
                    </gml:Circle>
                  </gml:segments>
                </gml:Curve>
              </gml:curveMember>
            </gml:Ring>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>false</xplan:flaechenschluss>
      <xplan:zweckbestimmung>
        <xplan:BP_KomplexeZweckbestVerEntsorgung>
          <xplan:allgemein>16003</xplan:allgemein>
        </xplan:BP_KomplexeZweckbestVerEntsorgung>
      </xplan:zweckbestimmung>
    </xplan:BP_VerEntsorgung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="Baeume1">
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:MultiPoint gml:id="GBaeume" srsName="EPSG:25833">
          <gml:pointMember>
            <gml:Point gml:id="GBaum1">
              <gml:pos>353520 5633250</gml:pos>
            </gml:Point>
          </gml:pointMember>
          <gml:pointMember>
            <gml:Point gml:id="GBaum2">
              <gml:pos>353540 5633250</gml:pos>
            </gml:Point>
          </gml:pointMember>
        </gml:MultiPoint>
      </xplan:position>
      <xplan:flaechenschluss>false</xplan:flaechenschluss>
      <xplan:massnahme>2000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_StrassenbegrenzungsLinie gml:id="Strasse1">
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:MultiCurve gml:id="GLinien" srsName="EPSG:25833">
          <gml:curveMember>
            <gml:LineString gml:id="GLinie1">
              <gml:posList>353500 5633160 353700 5633160</gml:posList>
            </gml:LineString>
          </gml:curveMember>
          <gml:curveMember xlink:href="#GGruen1"/>
        </gml:MultiCurve>
      </xplan:position>
    </xplan:BP_StrassenbegrenzungsLinie>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:XP_PTO gml:id="Schrift1">
      <xplan:gehoertZuBereich xlink:href="#Bereich1"/>
      <xplan:dientZurDarstellungVon xlink:href="#Wa1"/>
      <xplan:schriftinhalt>WA 1</xplan:schriftinhalt>
      <xplan:position>
        <gml:Point gml:id="GSchrift1" srsName="EPSG:25833">
          <gml:pos>353600 5633100</gml:pos>
        </gml:Point>
      </xplan:position>
    </xplan:XP_PTO>
  </gml:featureMember>
</xplan:XPlanAuszug>

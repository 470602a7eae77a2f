<?xml version="1.0" encoding="UTF-8"?>
<!-- Written for the sample town Quellstedt of this project; town and plan are invented. -->
<xplan:XPlanAuszug xmlns:xplan="http://www.xplanung.de/xplangml/6/0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="GML_424671fe-e790-00a3-c730-e99470a3e89d">
  <gml:boundedBy>
    <gml:Envelope srsName="EPSG:25833">
      <gml:lowerCorner>352046.419 5632137.826</gml:lowerCorner>
      <gml:upperCorner>352378.682 5632409.819</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
  <gml:featureMember>
    <xplan:BP_Plan gml:id="GML_efc0be22-2d50-a75f-50df-f6420b3e89c5">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352046.419 5632137.826</gml:lowerCorner>
          <gml:upperCorner>352378.682 5632409.819</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:name>Alte Gärtnerei</xplan:name>
      <xplan:nummer>37</xplan:nummer>
      <xplan:beschreibung>Zwischen Neefestraße und Mühlbach sollen 84 Wohnungen, eine Kita und ein Weg am Bach entstehen. Jetzt prüft die Stadt, was dafür zu ändern ist.</xplan:beschreibung>
      <xplan:kommentar>Die Stadt Quellstedt und dieser Plan sind erfunden.</xplan:kommentar>
      <xplan:technHerstellDatum>2026-10-05</xplan:technHerstellDatum>
      <xplan:erstellungsMassstab>2000</xplan:erstellungsMassstab>
      <xplan:technischerPlanersteller>Stadtplanungsamt</xplan:technischerPlanersteller>
      <xplan:raeumlicherGeltungsbereich>
        <gml:Polygon gml:id="GML_ed87e86f-aa99-878e-9efa-4341c277d6af" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352119.154 5632137.826 352237.124 5632203.821 352248.885 5632182.890 352259.371 5632188.757 352247.609 5632209.688 352378.682 5632283.015 352315.977 5632394.645 352236.458 5632350.167 352191.473 5632409.819 352046.419 5632328.672 352058.901 5632245.105 352119.154 5632137.826</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:raeumlicherGeltungsbereich>
      <xplan:externeReferenz>
        <xplan:XP_SpezExterneReferenz>
          <xplan:art>Dokument</xplan:art>
          <xplan:referenzName>Planzeichnung</xplan:referenzName>
          <xplan:referenzURL>planzeichnung-bplan-37.pdf</xplan:referenzURL>
          <xplan:referenzMimeType>application/pdf</xplan:referenzMimeType>
          <xplan:typ>1070</xplan:typ>
        </xplan:XP_SpezExterneReferenz>
      </xplan:externeReferenz>
      <xplan:externeReferenz>
        <xplan:XP_SpezExterneReferenz>
          <xplan:art>Dokument</xplan:art>
          <xplan:referenzName>Begründung</xplan:referenzName>
          <xplan:referenzURL>begruendung-bplan-37.pdf</xplan:referenzURL>
          <xplan:referenzMimeType>application/pdf</xplan:referenzMimeType>
          <xplan:typ>1010</xplan:typ>
        </xplan:XP_SpezExterneReferenz>
      </xplan:externeReferenz>
      <xplan:externeReferenz>
        <xplan:XP_SpezExterneReferenz>
          <xplan:art>Dokument</xplan:art>
          <xplan:referenzName>Umweltbericht</xplan:referenzName>
          <xplan:referenzURL>umweltbericht-bplan-37.pdf</xplan:referenzURL>
          <xplan:referenzMimeType>application/pdf</xplan:referenzMimeType>
          <xplan:typ>1050</xplan:typ>
        </xplan:XP_SpezExterneReferenz>
      </xplan:externeReferenz>
      <xplan:externeReferenz>
        <xplan:XP_SpezExterneReferenz>
          <xplan:art>Dokument</xplan:art>
          <xplan:referenzName>Lärmgutachten</xplan:referenzName>
          <xplan:referenzURL>laermgutachten-bplan-37.pdf</xplan:referenzURL>
          <xplan:referenzMimeType>application/pdf</xplan:referenzMimeType>
          <xplan:typ>9999</xplan:typ>
        </xplan:XP_SpezExterneReferenz>
      </xplan:externeReferenz>
      <xplan:externeReferenz>
        <xplan:XP_SpezExterneReferenz>
          <xplan:art>Dokument</xplan:art>
          <xplan:referenzName>Bekanntmachung</xplan:referenzName>
          <xplan:referenzURL>bekanntmachung-bplan-37.pdf</xplan:referenzURL>
          <xplan:referenzMimeType>application/pdf</xplan:referenzMimeType>
          <xplan:typ>5000</xplan:typ>
        </xplan:XP_SpezExterneReferenz>
      </xplan:externeReferenz>
      <xplan:texte xlink:href="#GML_019025ba-9918-48fb-c21c-1c7b2805590b"/>
      <xplan:texte xlink:href="#GML_468b3d1a-9f94-dc60-0cdf-62d1e49072e8"/>
      <xplan:texte xlink:href="#GML_3c63e314-e30a-d9bf-e6fb-88c72661c850"/>
      <xplan:texte xlink:href="#GML_a1e8b7a1-32e9-477c-ca2a-91b2ff9e2916"/>
      <xplan:texte xlink:href="#GML_4fcda520-362c-5330-acc1-6f23e1ccaa70"/>
      <xplan:gemeinde>
        <xplan:XP_Gemeinde>
          <xplan:ags>14999990</xplan:ags>
          <xplan:gemeindeName>Quellstedt</xplan:gemeindeName>
          <xplan:ortsteilName>Mühlviertel</xplan:ortsteilName>
        </xplan:XP_Gemeinde>
      </xplan:gemeinde>
      <xplan:plangeber>
        <xplan:XP_Plangeber>
          <xplan:name>Stadt Quellstedt</xplan:name>
        </xplan:XP_Plangeber>
      </xplan:plangeber>
      <xplan:planArt>1000</xplan:planArt>
      <xplan:rechtsstand>2400</xplan:rechtsstand>
      <xplan:aufstellungsbeschlussDatum>2025-05-14</xplan:aufstellungsbeschlussDatum>
      <xplan:auslegungsStartDatum>2026-11-02</xplan:auslegungsStartDatum>
      <xplan:auslegungsEndDatum>2026-12-02</xplan:auslegungsEndDatum>
      <xplan:staedtebaulicherVertrag>true</xplan:staedtebaulicherVertrag>
      <xplan:versionBauNVO>
        <xplan:XP_GesetzlicheGrundlage>
          <xplan:name>Baunutzungsverordnung</xplan:name>
        </xplan:XP_GesetzlicheGrundlage>
      </xplan:versionBauNVO>
      <xplan:versionBauGB>
        <xplan:XP_GesetzlicheGrundlage>
          <xplan:name>Baugesetzbuch</xplan:name>
        </xplan:XP_GesetzlicheGrundlage>
      </xplan:versionBauGB>
      <xplan:bereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
    </xplan:BP_Plan>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_Bereich gml:id="GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352046.419 5632137.826</gml:lowerCorner>
          <gml:upperCorner>352378.682 5632409.819</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:nummer>0</xplan:nummer>
      <xplan:name>Grundplan</xplan:name>
      <xplan:bedeutung>1600</xplan:bedeutung>
      <xplan:geltungsbereich>
        <gml:Polygon gml:id="GML_c6ffa636-0a3e-6132-4149-83a1956b04b0" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352119.154 5632137.826 352237.124 5632203.821 352248.885 5632182.890 352259.371 5632188.757 352247.609 5632209.688 352378.682 5632283.015 352315.977 5632394.645 352236.458 5632350.167 352191.473 5632409.819 352046.419 5632328.672 352058.901 5632245.105 352119.154 5632137.826</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:geltungsbereich>
      <xplan:planinhalt xlink:href="#GML_067ff551-5422-2c6c-8cee-2724dc2f349d"/>
      <xplan:planinhalt xlink:href="#GML_52e0032b-6e91-c696-0ddc-5477154ce19a"/>
      <xplan:planinhalt xlink:href="#GML_5bc6299b-8f2d-5780-4c9b-bd5e66dfbfe3"/>
      <xplan:planinhalt xlink:href="#GML_8be7bb16-2b0f-b108-350a-be04ce283d23"/>
      <xplan:planinhalt xlink:href="#GML_111bf505-658f-d361-b454-5056f874812b"/>
      <xplan:planinhalt xlink:href="#GML_1b31099a-40c4-9135-9197-e28eea973342"/>
      <xplan:planinhalt xlink:href="#GML_06c75898-67af-b316-fe14-2e1803ad37e9"/>
      <xplan:planinhalt xlink:href="#GML_d9725422-5b1f-8953-fc0a-d4ec4ee47570"/>
      <xplan:planinhalt xlink:href="#GML_f4be4bcf-25e3-0525-1746-12e2094caad9"/>
      <xplan:planinhalt xlink:href="#GML_b572c643-c178-ee7c-d657-460a91037330"/>
      <xplan:planinhalt xlink:href="#GML_3a9c95cb-a165-b30a-07bc-782603f92b8f"/>
      <xplan:planinhalt xlink:href="#GML_3e6acb35-c162-f1a3-0426-793e105abf0a"/>
      <xplan:planinhalt xlink:href="#GML_9c998c6e-2913-e82f-16bd-02701412b932"/>
      <xplan:planinhalt xlink:href="#GML_c6ce6588-08f9-9d12-f934-a428dc5b2f20"/>
      <xplan:planinhalt xlink:href="#GML_ed0397d8-77d9-85ad-e4b8-1a937ba85a19"/>
      <xplan:planinhalt xlink:href="#GML_f6fa5f25-f8ee-d655-c905-10cc0270d87b"/>
      <xplan:planinhalt xlink:href="#GML_6b1ae4ee-3372-274c-8371-06d70ec06090"/>
      <xplan:planinhalt xlink:href="#GML_c9c77548-b12a-05e6-bf99-06758f64966a"/>
      <xplan:planinhalt xlink:href="#GML_5252bb45-5b50-aae9-1829-9b1aec669b34"/>
      <xplan:planinhalt xlink:href="#GML_63c62cff-01c9-b498-0145-a45d601de4d9"/>
      <xplan:planinhalt xlink:href="#GML_ae75a37d-a1fb-a189-76d3-02a6b82a5b75"/>
      <xplan:planinhalt xlink:href="#GML_a465f96c-b740-f7cd-d57b-4d3dc1180277"/>
      <xplan:planinhalt xlink:href="#GML_54865744-90c3-2260-e5b9-4c5dfb7b845a"/>
      <xplan:planinhalt xlink:href="#GML_9726f153-c8dc-1ff5-16fa-28b1d8c19533"/>
      <xplan:planinhalt xlink:href="#GML_c2370909-76c4-5b2b-d562-d7c938ce24a4"/>
      <xplan:planinhalt xlink:href="#GML_e4fe9478-3a45-f28c-3d7b-7a0ca1d042e4"/>
      <xplan:planinhalt xlink:href="#GML_2dcd5bd1-3f50-50c8-21f1-e841067dbe55"/>
      <xplan:planinhalt xlink:href="#GML_02e86be7-d7cd-99ae-8260-596e68617e00"/>
      <xplan:planinhalt xlink:href="#GML_a3222a97-bb25-5cc3-cc35-48c26b86a599"/>
      <xplan:planinhalt xlink:href="#GML_d0bd963f-cf11-46d0-7b8b-116d00a8a64e"/>
      <xplan:planinhalt xlink:href="#GML_27f3f87d-3687-95f3-494c-b988359ee79d"/>
      <xplan:planinhalt xlink:href="#GML_94d96ec8-f6b6-7488-b1b0-a4d3acd26cc8"/>
      <xplan:planinhalt xlink:href="#GML_3c2255a6-7598-5482-9a2e-4f38293a5b40"/>
      <xplan:planinhalt xlink:href="#GML_4e9d5938-3e98-0c35-57fe-36407560d324"/>
      <xplan:verfahren>1000</xplan:verfahren>
      <xplan:gehoertZuPlan xlink:href="#GML_efc0be22-2d50-a75f-50df-f6420b3e89c5"/>
    </xplan:BP_Bereich>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:XP_TextAbschnitt gml:id="GML_019025ba-9918-48fb-c21c-1c7b2805590b">
      <xplan:schluessel>1</xplan:schluessel>
      <xplan:gesetzlicheGrundlage>§ 9 Abs. 1 Nr. 25 BauGB</xplan:gesetzlicheGrundlage>
      <xplan:text>Dächer mit einer Neigung bis zu 15 Grad sind zu begrünen oder mit Photovoltaik zu belegen.</xplan:text>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
    </xplan:XP_TextAbschnitt>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:XP_TextAbschnitt gml:id="GML_468b3d1a-9f94-dc60-0cdf-62d1e49072e8">
      <xplan:schluessel>2</xplan:schluessel>
      <xplan:gesetzlicheGrundlage>§ 9 Abs. 1 Nr. 25 BauGB</xplan:gesetzlicheGrundlage>
      <xplan:text>Die 21 Linden an der Neefestraße sind zu erhalten und bei Abgang zu ersetzen.</xplan:text>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
    </xplan:XP_TextAbschnitt>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:XP_TextAbschnitt gml:id="GML_3c63e314-e30a-d9bf-e6fb-88c72661c850">
      <xplan:schluessel>3</xplan:schluessel>
      <xplan:gesetzlicheGrundlage>§ 9 Abs. 1 Nr. 24 BauGB</xplan:gesetzlicheGrundlage>
      <xplan:text>Schlafräume an der Westseite von WA 3 und an der Straßenseite von WA 1 erhalten Fenster mit Schalldämmung und eine Lüftung, die ohne geöffnetes Fenster auskommt.</xplan:text>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
    </xplan:XP_TextAbschnitt>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:XP_TextAbschnitt gml:id="GML_a1e8b7a1-32e9-477c-ca2a-91b2ff9e2916">
      <xplan:schluessel>4</xplan:schluessel>
      <xplan:gesetzlicheGrundlage>§ 9 Abs. 1 Nr. 2 BauGB</xplan:gesetzlicheGrundlage>
      <xplan:text>Zwischen den Baufenstern in WA 3 sind Nebenanlagen, Stellplätze und Hecken über einem Meter Höhe unzulässig.</xplan:text>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
    </xplan:XP_TextAbschnitt>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:XP_TextAbschnitt gml:id="GML_4fcda520-362c-5330-acc1-6f23e1ccaa70">
      <xplan:schluessel>5</xplan:schluessel>
      <xplan:gesetzlicheGrundlage>§ 9 Abs. 1 Nr. 20 BauGB</xplan:gesetzlicheGrundlage>
      <xplan:text>Wege, Stellplätze und Zufahrten sind so zu befestigen, dass Wasser versickern kann.</xplan:text>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
    </xplan:XP_TextAbschnitt>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BaugebietsTeilFlaeche gml:id="GML_067ff551-5422-2c6c-8cee-2724dc2f349d">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352081.014 5632142.397</gml:lowerCorner>
          <gml:upperCorner>352233.907 5632276.970</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Wohnhäuser mit drei Geschossen an der Neefestraße</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:aufschrift>WA 1</xplan:aufschrift>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GML_a464144e-b5a5-98e5-355a-ecebb1af5b1f" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352121.180 5632142.397 352233.907 5632205.459 352193.739 5632276.970 352081.014 5632213.920 352121.180 5632142.397</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:dachgestaltung>
        <xplan:BP_Dachgestaltung>
          <xplan:DNmax uom="grad">15</xplan:DNmax>
          <xplan:dachform>1000</xplan:dachform>
        </xplan:BP_Dachgestaltung>
      </xplan:dachgestaltung>
      <xplan:GRZ>0.4</xplan:GRZ>
      <xplan:Z>3</xplan:Z>
      <xplan:allgArtDerBaulNutzung>1000</xplan:allgArtDerBaulNutzung>
      <xplan:besondereArtDerBaulNutzung>1200</xplan:besondereArtDerBaulNutzung>
      <xplan:bauweise>1000</xplan:bauweise>
    </xplan:BP_BaugebietsTeilFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BaugebietsTeilFlaeche gml:id="GML_52e0032b-6e91-c696-0ddc-5477154ce19a">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352207.720 5632213.274</gml:lowerCorner>
          <gml:upperCorner>352374.591 5632355.676</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Wohnhäuser mit zwei Geschossen</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:aufschrift>WA 2</xplan:aufschrift>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GML_c5600913-c6f2-f291-a919-67c500aa50c2" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352247.887 5632213.274 352374.591 5632284.166 352334.416 5632355.676 352207.720 5632284.797 352247.887 5632213.274</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:GRZ>0.4</xplan:GRZ>
      <xplan:Z>2</xplan:Z>
      <xplan:allgArtDerBaulNutzung>1000</xplan:allgArtDerBaulNutzung>
      <xplan:besondereArtDerBaulNutzung>1200</xplan:besondereArtDerBaulNutzung>
      <xplan:bauweise>1000</xplan:bauweise>
    </xplan:BP_BaugebietsTeilFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BaugebietsTeilFlaeche gml:id="GML_5bc6299b-8f2d-5780-4c9b-bd5e66dfbfe3">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352055.802 5632228.362</gml:lowerCorner>
          <gml:upperCorner>352185.022 5632346.265</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Wohnhäuser mit drei Geschossen am Bach</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:aufschrift>WA 3</xplan:aufschrift>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GML_2d4e9268-a539-b626-61dd-5a4194ca6609" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352074.051 5632228.362 352185.022 5632290.438 352153.672 5632346.265 352055.802 5632291.517 352062.781 5632248.422 352074.051 5632228.362</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:dachgestaltung>
        <xplan:BP_Dachgestaltung>
          <xplan:DNmax uom="grad">15</xplan:DNmax>
          <xplan:dachform>1000</xplan:dachform>
        </xplan:BP_Dachgestaltung>
      </xplan:dachgestaltung>
      <xplan:GRZ>0.4</xplan:GRZ>
      <xplan:Z>3</xplan:Z>
      <xplan:allgArtDerBaulNutzung>1000</xplan:allgArtDerBaulNutzung>
      <xplan:besondereArtDerBaulNutzung>1200</xplan:besondereArtDerBaulNutzung>
      <xplan:bauweise>1000</xplan:bauweise>
    </xplan:BP_BaugebietsTeilFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_GemeinbedarfsFlaeche gml:id="GML_8be7bb16-2b0f-b108-350a-be04ce283d23">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352156.293 5632291.910</gml:lowerCorner>
          <gml:upperCorner>352247.941 5632379.008</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Kita mit 60 Plätzen</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GML_c3daa3dd-e4ed-61db-311e-2911d822bb78" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352187.644 5632291.910 352247.941 5632325.638 352234.711 5632349.182 352212.214 5632379.008 352156.293 5632347.726 352187.644 5632291.910</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:Z>2</xplan:Z>
      <xplan:zweckbestimmung>
        <xplan:BP_KomplexeZweckbestGemeinbedarf>
          <xplan:allgemein>16000</xplan:allgemein>
          <xplan:aufschrift>Kita</xplan:aufschrift>
        </xplan:BP_KomplexeZweckbestGemeinbedarf>
      </xplan:zweckbestimmung>
      <xplan:traeger>4000</xplan:traeger>
    </xplan:BP_GemeinbedarfsFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_GruenFlaeche gml:id="GML_111bf505-658f-d361-b454-5056f874812b">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352049.636 5632294.130</gml:lowerCorner>
          <gml:upperCorner>352209.871 5632406.222</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Bachpromenade, öffentliches Grün</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GML_ced6c5ab-c5a0-7d63-5b7a-3d32a0a341ad" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352054.332 5632294.130 352209.871 5632381.144 352191.194 5632406.222 352049.636 5632327.034 352054.332 5632294.130</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:zweckbestimmung>
        <xplan:BP_KomplexeZweckbestGruen>
          <xplan:allgemein>10003</xplan:allgemein>
        </xplan:BP_KomplexeZweckbestGruen>
      </xplan:zweckbestimmung>
      <xplan:nutzungsform>2000</xplan:nutzungsform>
    </xplan:BP_GruenFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_GruenFlaeche gml:id="GML_1b31099a-40c4-9135-9197-e28eea973342">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352239.675 5632327.598</gml:lowerCorner>
          <gml:upperCorner>352326.579 5632390.560</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Quartiersgarten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GML_aee09f25-8dc0-002f-58fc-2b57dbd39675" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352251.436 5632327.598 352326.579 5632369.630 352314.825 5632390.560 352239.675 5632348.529 352251.436 5632327.598</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:zweckbestimmung>
        <xplan:BP_KomplexeZweckbestGruen>
          <xplan:allgemein>12000</xplan:allgemein>
        </xplan:BP_KomplexeZweckbestGruen>
      </xplan:zweckbestimmung>
      <xplan:nutzungsform>2000</xplan:nutzungsform>
    </xplan:BP_GruenFlaeche>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:SO_Strassenverkehr gml:id="GML_06c75898-67af-b316-fe14-2e1803ad37e9">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352073.283 5632184.248</gml:lowerCorner>
          <gml:upperCorner>352335.184 5632368.862</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Neue Straße, Zufahrt Neefestraße</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GML_0b4a1732-2973-37ff-7329-2a8b64a4fe64" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>352249.269 5632184.248 352258.007 5632189.130 352204.119 5632285.077 352335.184 5632358.403 352329.306 5632368.862 352073.283 5632225.635 352079.160 5632215.175 352195.374 5632280.184 352249.269 5632184.248</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>true</xplan:flaechenschluss>
      <xplan:einteilung>1400</xplan:einteilung>
      <xplan:name>Neue Straße</xplan:name>
      <xplan:nutzungsform>2000</xplan:nutzungsform>
      <xplan:hatDarstellungMitBesondZweckbest>false</xplan:hatDarstellungMitBesondZweckbest>
    </xplan:SO_Strassenverkehr>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BauGrenze gml:id="GML_d9725422-5b1f-8953-fc0a-d4ec4ee47570">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352085.104 5632146.911</gml:lowerCorner>
          <gml:upperCorner>352229.568 5632272.897</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Baugrenze</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:LineString gml:id="GML_980af151-7c41-8287-ae98-9a29d3dfcfb2" srsName="EPSG:25833">
          <gml:posList>352122.090 5632146.911 352229.568 5632207.040 352192.587 5632272.897 352085.104 5632212.769 352122.090 5632146.911</gml:posList>
        </gml:LineString>
      </xplan:position>
      <xplan:geschossMax>3</xplan:geschossMax>
    </xplan:BP_BauGrenze>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BauGrenze gml:id="GML_f4be4bcf-25e3-0525-1746-12e2094caad9">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352211.810 5632217.800</gml:lowerCorner>
          <gml:upperCorner>352365.010 5632348.658</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Baugrenze</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:LineString gml:id="GML_f56a980f-e676-5cd3-463b-427bcf910aae" srsName="EPSG:25833">
          <gml:posList>352248.798 5632217.800 352365.010 5632282.813 352328.021 5632348.658 352211.810 5632283.646 352248.798 5632217.800</gml:posList>
        </gml:LineString>
      </xplan:position>
      <xplan:geschossMax>2</xplan:geschossMax>
    </xplan:BP_BauGrenze>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BauGrenze gml:id="GML_b572c643-c178-ee7c-d657-460a91037330">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352059.455 5632232.933</gml:lowerCorner>
          <gml:upperCorner>352106.660 5632300.627</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Baugrenze</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:LineString gml:id="GML_4fa9670d-3a73-b91c-57cb-779aa2358079" srsName="EPSG:25833">
          <gml:posList>352076.070 5632232.933 352106.660 5632250.046 352078.249 5632300.627 352059.455 5632290.123 352065.545 5632251.682 352076.070 5632232.933</gml:posList>
        </gml:LineString>
      </xplan:position>
      <xplan:geschossMax>3</xplan:geschossMax>
    </xplan:BP_BauGrenze>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BauGrenze gml:id="GML_3a9c95cb-a165-b30a-07bc-782603f92b8f">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352088.734 5632255.901</gml:lowerCorner>
          <gml:upperCorner>352146.855 5632323.108</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Baugrenze</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:LineString gml:id="GML_af7e3d13-8dc2-9771-4a1d-4fe5bef18366" srsName="EPSG:25833">
          <gml:posList>352117.146 5632255.901 352146.855 5632272.527 352118.442 5632323.108 352088.734 5632306.493 352117.146 5632255.901</gml:posList>
        </gml:LineString>
      </xplan:position>
      <xplan:geschossMax>3</xplan:geschossMax>
    </xplan:BP_BauGrenze>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BauGrenze gml:id="GML_3e6acb35-c162-f1a3-0426-793e105abf0a">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352128.928 5632278.394</gml:lowerCorner>
          <gml:upperCorner>352180.932 5632342.180</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Baugrenze</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:LineString gml:id="GML_7d126bd9-4183-72dc-a609-d9659a1781a9" srsName="EPSG:25833">
          <gml:posList>352157.340 5632278.394 352180.932 5632291.589 352152.520 5632342.180 352128.928 5632328.975 352157.340 5632278.394</gml:posList>
        </gml:LineString>
      </xplan:position>
      <xplan:geschossMax>3</xplan:geschossMax>
    </xplan:BP_BauGrenze>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_BauGrenze gml:id="GML_9c998c6e-2913-e82f-16bd-02701412b932">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352171.165 5632295.994</gml:lowerCorner>
          <gml:upperCorner>352243.851 5632356.963</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Baugrenze</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:LineString gml:id="GML_bc9ff4ac-8569-94b1-5ff7-4117b7ce897d" srsName="EPSG:25833">
          <gml:posList>352188.796 5632295.994 352243.851 5632326.789 352232.579 5632346.850 352224.028 5632356.963 352171.165 5632327.385 352188.796 5632295.994</gml:posList>
        </gml:LineString>
      </xplan:position>
      <xplan:geschossMax>2</xplan:geschossMax>
    </xplan:BP_BauGrenze>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_c6ce6588-08f9-9d12-f934-a428dc5b2f20">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352125.413 5632143.045</gml:lowerCorner>
          <gml:upperCorner>352125.413 5632143.045</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_35519b90-07f3-2beb-b9db-ea63bb992f83" srsName="EPSG:25833">
          <gml:pos>352125.413 5632143.045</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_ed0397d8-77d9-85ad-e4b8-1a937ba85a19">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352138.298 5632150.256</gml:lowerCorner>
          <gml:upperCorner>352138.298 5632150.256</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_313f87ce-4c5b-e772-eb5f-901ed50fb0af" srsName="EPSG:25833">
          <gml:pos>352138.298 5632150.256</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_f6fa5f25-f8ee-d655-c905-10cc0270d87b">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352151.190 5632157.468</gml:lowerCorner>
          <gml:upperCorner>352151.190 5632157.468</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_ec407476-566a-8ebd-0b08-3d4e92e057d5" srsName="EPSG:25833">
          <gml:pos>352151.190 5632157.468</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_6b1ae4ee-3372-274c-8371-06d70ec06090">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352164.083 5632164.680</gml:lowerCorner>
          <gml:upperCorner>352164.083 5632164.680</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_866279a4-53a8-9c8d-3cf7-94a0118c3113" srsName="EPSG:25833">
          <gml:pos>352164.083 5632164.680</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_c9c77548-b12a-05e6-bf99-06758f64966a">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352176.967 5632171.880</gml:lowerCorner>
          <gml:upperCorner>352176.967 5632171.880</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_2633e628-9bb5-e7cf-2c85-4b87f3d1b2c2" srsName="EPSG:25833">
          <gml:pos>352176.967 5632171.880</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_5252bb45-5b50-aae9-1829-9b1aec669b34">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352189.859 5632179.092</gml:lowerCorner>
          <gml:upperCorner>352189.859 5632179.092</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_490ec9f8-7478-667f-fa46-e09a715d9166" srsName="EPSG:25833">
          <gml:pos>352189.859 5632179.092</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_63c62cff-01c9-b498-0145-a45d601de4d9">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352202.744 5632186.304</gml:lowerCorner>
          <gml:upperCorner>352202.744 5632186.304</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_8e5f026c-7ad1-2652-0c60-64655ddb7da9" srsName="EPSG:25833">
          <gml:pos>352202.744 5632186.304</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_ae75a37d-a1fb-a189-76d3-02a6b82a5b75">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352215.636 5632193.515</gml:lowerCorner>
          <gml:upperCorner>352215.636 5632193.515</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_8cd42f99-f400-06ba-f3b2-652fadb90662" srsName="EPSG:25833">
          <gml:pos>352215.636 5632193.515</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_a465f96c-b740-f7cd-d57b-4d3dc1180277">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352228.528 5632200.727</gml:lowerCorner>
          <gml:upperCorner>352228.528 5632200.727</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_f15e5281-2c22-6215-7416-898b69b2970b" srsName="EPSG:25833">
          <gml:pos>352228.528 5632200.727</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_54865744-90c3-2260-e5b9-4c5dfb7b845a">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352254.742 5632215.394</gml:lowerCorner>
          <gml:upperCorner>352254.742 5632215.394</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_11c641a9-4af2-594f-b15d-74106ea9b8f2" srsName="EPSG:25833">
          <gml:pos>352254.742 5632215.394</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_9726f153-c8dc-1ff5-16fa-28b1d8c19533">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352265.385 5632221.346</gml:lowerCorner>
          <gml:upperCorner>352265.385 5632221.346</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_500242fe-4fe2-50f0-e8d6-9ea899c97d8d" srsName="EPSG:25833">
          <gml:pos>352265.385 5632221.346</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_c2370909-76c4-5b2b-d562-d7c938ce24a4">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352276.028 5632227.297</gml:lowerCorner>
          <gml:upperCorner>352276.028 5632227.297</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_0324470d-c42f-035a-048a-594a67bcdd6a" srsName="EPSG:25833">
          <gml:pos>352276.028 5632227.297</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_e4fe9478-3a45-f28c-3d7b-7a0ca1d042e4">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352286.671 5632233.260</gml:lowerCorner>
          <gml:upperCorner>352286.671 5632233.260</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_740b7d52-f1e3-e113-1e6a-727c78e23081" srsName="EPSG:25833">
          <gml:pos>352286.671 5632233.260</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_2dcd5bd1-3f50-50c8-21f1-e841067dbe55">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352297.321 5632239.211</gml:lowerCorner>
          <gml:upperCorner>352297.321 5632239.211</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_10205f76-229f-f520-7926-458afe74652a" srsName="EPSG:25833">
          <gml:pos>352297.321 5632239.211</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_02e86be7-d7cd-99ae-8260-596e68617e00">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352307.963 5632245.163</gml:lowerCorner>
          <gml:upperCorner>352307.963 5632245.163</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_37faa14f-ea88-e6e5-a8ca-86ebbd664882" srsName="EPSG:25833">
          <gml:pos>352307.963 5632245.163</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_a3222a97-bb25-5cc3-cc35-48c26b86a599">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352318.606 5632251.126</gml:lowerCorner>
          <gml:upperCorner>352318.606 5632251.126</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_05cd0b0b-12eb-3e08-2902-48089ff4eef3" srsName="EPSG:25833">
          <gml:pos>352318.606 5632251.126</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_d0bd963f-cf11-46d0-7b8b-116d00a8a64e">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352329.249 5632257.077</gml:lowerCorner>
          <gml:upperCorner>352329.249 5632257.077</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_75bcd150-27d9-f981-3e76-e6674e10e6dc" srsName="EPSG:25833">
          <gml:pos>352329.249 5632257.077</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_27f3f87d-3687-95f3-494c-b988359ee79d">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352339.899 5632263.029</gml:lowerCorner>
          <gml:upperCorner>352339.899 5632263.029</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_09515fd9-6e20-e75f-0efe-919ab8d08d84" srsName="EPSG:25833">
          <gml:pos>352339.899 5632263.029</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_94d96ec8-f6b6-7488-b1b0-a4d3acd26cc8">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352350.542 5632268.991</gml:lowerCorner>
          <gml:upperCorner>352350.542 5632268.991</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_77ebcaa4-2f2d-40bc-1186-ce46bf04c8d2" srsName="EPSG:25833">
          <gml:pos>352350.542 5632268.991</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_3c2255a6-7598-5482-9a2e-4f38293a5b40">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352361.185 5632274.943</gml:lowerCorner>
          <gml:upperCorner>352361.185 5632274.943</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_8d763d57-dfdb-6b65-d494-48f3cca874b1" srsName="EPSG:25833">
          <gml:pos>352361.185 5632274.943</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:BP_AnpflanzungBindungErhaltung gml:id="GML_4e9d5938-3e98-0c35-57fe-36407560d324">
      <gml:boundedBy>
        <gml:Envelope srsName="EPSG:25833">
          <gml:lowerCorner>352371.827 5632280.895</gml:lowerCorner>
          <gml:upperCorner>352371.827 5632280.895</gml:upperCorner>
        </gml:Envelope>
      </gml:boundedBy>
      <xplan:text>Linde, zu erhalten</xplan:text>
      <xplan:rechtsstand>1000</xplan:rechtsstand>
      <xplan:gehoertZuBereich xlink:href="#GML_99fae877-c2b6-d75e-66fc-c7d8ca42d675"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GML_54ae7c44-8197-83ef-1fcd-377b68b9e806" srsName="EPSG:25833">
          <gml:pos>352371.827 5632280.895</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:massnahme>1000</xplan:massnahme>
      <xplan:gegenstand>1000</xplan:gegenstand>
      <xplan:kronendurchmesser uom="m">11</xplan:kronendurchmesser>
      <xplan:pflanzenArt>Winterlinde (Tilia cordata)</xplan:pflanzenArt>
      <xplan:anzahl>1</xplan:anzahl>
    </xplan:BP_AnpflanzungBindungErhaltung>
  </gml:featureMember>
</xplan:XPlanAuszug>

<?xml version="1.0" encoding="UTF-8"?>
<xplan:XPlanAuszug xmlns:xplan="http://www.xplanung.de/xplangml/6/1" xmlns:gml="http://www.opengis.net/gml/3.2"
  xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="Quellstedt">
  <gml:boundedBy>
    <gml:Envelope srsName="EPSG:25833">
      <gml:lowerCorner>353500 5633000</gml:lowerCorner>
      <gml:upperCorner>353900 5633300</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
  <gml:featureMember>
    <xplan:SO_Plan gml:id="Plan5">
      <xplan:name>Sanierungssatzung Altstadt</xplan:name>
      <xplan:raeumlicherGeltungsbereich>
        <gml:Polygon gml:id="GPlan5" srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:posList>353500 5633000 353900 5633000 353900 5633300 353500 5633300 353500 5633000</gml:posList>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </xplan:raeumlicherGeltungsbereich>
      <xplan:gemeinde>
        <xplan:XP_Gemeinde>
          <xplan:ags>14511000</xplan:ags>
          <xplan:gemeindeName>Quellstedt</xplan:gemeindeName>
          <xplan:ortsteilName>Gartenvorstadt</xplan:ortsteilName>
        </xplan:XP_Gemeinde>
      </xplan:gemeinde>
      <xplan:planArt>17200</xplan:planArt>
      <xplan:bereich xlink:href="#Bereich5"/>
    </xplan:SO_Plan>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:SO_Bereich gml:id="Bereich5">
      <xplan:nummer>1</xplan:nummer>
      <xplan:gehoertZuPlan xlink:href="#Plan5"/>
    </xplan:SO_Bereich>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:SO_Gebiet gml:id="Gebiet1">
      <xplan:gehoertZuBereich xlink:href="#Bereich5"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Polygon gml:id="GRund" srsName="EPSG:25833">
          <gml:exterior>
            <gml:Ring>
              <gml:curveMember>
                <gml:Curve gml:id="GRund1">
                  <gml:segments>
                    <gml:CircleByCenterPoint numArc="1">
                      <gml:pos>353700 5633150</gml:pos>
                      <gml:radius uom="m">50</gml:radius>
                    </gml:CircleByCenterPoint>
                  </gml:segments>
                </gml:Curve>
              </gml:curveMember>
            </gml:Ring>
          </gml:exterior>
        </gml:Polygon>
      </xplan:position>
      <xplan:flaechenschluss>false</xplan:flaechenschluss>
      <xplan:gebietsArt>1100</xplan:gebietsArt>
    </xplan:SO_Gebiet>
  </gml:featureMember>
  <gml:featureMember>
    <xplan:SO_Denkmalschutzrecht gml:id="Denkmal1">
      <xplan:gehoertZuBereich xlink:href="#Bereich5"/>
      <xplan:rechtscharakter>1000</xplan:rechtscharakter>
      <xplan:position>
        <gml:Point gml:id="GDenkmal" srsName="EPSG:25833">
          <gml:pos>353700 5633150</gml:pos>
        </gml:Point>
      </xplan:position>
      <xplan:artDerFestlegung>1100</xplan:artDerFestlegung>
      <xplan:name>Altes Rathaus</xplan:name>
    </xplan:SO_Denkmalschutzrecht>
  </gml:featureMember>
</xplan:XPlanAuszug>

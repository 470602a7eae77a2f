<?xml version="1.0" encoding="UTF-8"?>
<gml:FeatureCollection xmlns:p="http://www.xplanung.de/xplangml/5/2" xmlns:gml="http://www.opengis.net/gml"
  xmlns:xlink="http://www.w3.org/1999/xlink">
  <gml:featureMembers>
    <p:RP_Plan gml:id="Plan4">
      <p:name>Teilplan Wind</p:name>
      <p:raeumlicherGeltungsbereich>
        <gml:MultiPolygon srsName="urn:adv:crs:ETRS89_UTM33*DHHN92">
          <gml:polygonMember>
            <gml:Polygon>
              <gml:outerBoundaryIs>
                <gml:LinearRing>
                  <gml:coordinates>353500,5633000 362500,5633000 362500,5642000 353500,5642000 353500,5633000</gml:coordinates>
                </gml:LinearRing>
              </gml:outerBoundaryIs>
            </gml:Polygon>
          </gml:polygonMember>
        </gml:MultiPolygon>
      </p:raeumlicherGeltungsbereich>
      <p:bundesland>2300</p:bundesland>
      <p:planArt>2000</p:planArt>
      <p:rechtsstand>2000</p:rechtsstand>
      <p:bereich xlink:href="#Bereich4"/>
    </p:RP_Plan>
    <p:RP_Bereich gml:id="Bereich4">
      <p:nummer>1</p:nummer>
      <p:gehoertZuPlan xlink:href="#Plan4"/>
    </p:RP_Bereich>
    <p:RP_ErneuerbareEnergie gml:id="Wind1">
      <p:gehoertZuBereich xlink:href="#Bereich4"/>
      <p:position>
        <gml:Polygon srsName="EPSG:25833">
          <gml:exterior>
            <gml:LinearRing>
              <gml:coordinates decimal="," cs=" " ts=";">353600,5 5633100,5;354400,5 5633100,5;354400,5 5633900,5;353600,5 5633100,5</gml:coordinates>
            </gml:LinearRing>
          </gml:exterior>
        </gml:Polygon>
      </p:position>
      <p:gebietsTyp>1000</p:gebietsTyp>
      <p:typ>1000</p:typ>
    </p:RP_ErneuerbareEnergie>
  </gml:featureMembers>
</gml:FeatureCollection>

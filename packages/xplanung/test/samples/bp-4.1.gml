<?xml version="1.0" encoding="ISO-8859-1"?>
<XPlanAuszug xmlns="http://www.xplanung.de/xplangml/4/1" xmlns:g="http://www.opengis.net/gml/3.2"
  xmlns:l="http://www.w3.org/1999/xlink" g:id="Quellstedt">
  <g:featureMember>
    <BP_Plan g:id="Plan3">
      <g:boundedBy>
        <g:Envelope srsName="http://www.opengis.net/gml/srs/epsg.xml#31468">
          <g:pos>4564800 5633300</g:pos>
          <g:pos>4565000 5633500</g:pos>
        </g:Envelope>
      </g:boundedBy>
      <name>Mühlenviertel</name>
      <nummer>3</nummer>
      <xPlanGMLVersion>4.1</xPlanGMLVersion>
      <raeumlicherGeltungsbereich>
        <g:Polygon g:id="GPlan3">
          <g:exterior>
            <g:LinearRing>
              <g:pos>4564800 5633300</g:pos>
              <g:pos>4565000 5633300</g:pos>
              <g:pos>4565000 5633500</g:pos>
              <g:pos>4564800 5633500</g:pos>
              <g:pos>4564800 5633300</g:pos>
            </g:LinearRing>
          </g:exterior>
        </g:Polygon>
      </raeumlicherGeltungsbereich>
      <gemeinde>
        <XP_Gemeinde>
          <ags>14511000</ags>
          <gemeindeName>Quellstedt</gemeindeName>
        </XP_Gemeinde>
      </gemeinde>
      <planArt>1000</planArt>
      <rechtsstand>4000</rechtsstand>
      <inkrafttretensDatum>2011-03-04</inkrafttretensDatum>
      <refBegruendung>
        <XP_ExterneReferenz>
          <referenzName>Begründung</referenzName>
          <referenzURL>begruendung.pdf</referenzURL>
        </XP_ExterneReferenz>
      </refBegruendung>
      <informell>
        <XP_ExterneReferenz>
          <referenzName>Gestaltungsfibel</referenzName>
        </XP_ExterneReferenz>
      </informell>
      <bereich>
        <BP_Bereich g:id="Bereich3">
          <nummer>0</nummer>
          <gehoertZuPlan l:href="#Plan3"/>
        </BP_Bereich>
      </bereich>
    </BP_Plan>
  </g:featureMember>
  <g:featureMember>
    <BP_GruenFlaeche g:id="Gruen3">
      <g:boundedBy>
        <g:Envelope srsName="EPSG:31468">
          <g:pos>4564800 5633300</g:pos>
          <g:pos>4564850 5633350</g:pos>
        </g:Envelope>
      </g:boundedBy>
      <gehoertZuBP_Bereich l:href="#Bereich3"/>
      <position>
        <g:Polygon g:id="GGruen3">
          <g:exterior>
            <g:LinearRing>
              <g:posList srsDimension="3">4564800 5633300 300 4564850 5633300 300 4564850 5633350 301 4564800 5633350 301 4564800 5633300 300</g:posList>
            </g:LinearRing>
          </g:exterior>
        </g:Polygon>
      </position>
      <zweckbestimmung>1000</zweckbestimmung>
      <weitereZweckbestimmung1>1600</weitereZweckbestimmung1>
    </BP_GruenFlaeche>
  </g:featureMember>
</XPlanAuszug>

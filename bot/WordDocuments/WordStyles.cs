namespace GuidelineBot.WordDocuments;

/// <summary>How the documents look. In the words of the file format, as a table of styles is hardly shorter in any other.</summary>
internal static class WordStyles
{
    /// <summary>A full-width letter of the body, in twentieths of a point.</summary>
    public const int FullWidth = 210;

    /// <summary>Left and right of what stands in a cell together, in twentieths of a point.</summary>
    public const int CellMargins = 2 * 108;

    /// <summary>Of the body, in half points.</summary>
    public const int Size = 21;

    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Mincho =
        "<w:rFonts w:ascii=\"ＭＳ 明朝\" w:hAnsi=\"ＭＳ 明朝\" w:eastAsia=\"ＭＳ 明朝\" w:cs=\"Times New Roman\"/>";
    private const string Gothic =
        "<w:rFonts w:ascii=\"ＭＳ ゴシック\" w:hAnsi=\"ＭＳ ゴシック\" w:eastAsia=\"ＭＳ ゴシック\" w:cs=\"Times New Roman\"/>";

    /// <summary>Lengths in twentieths of a point (210 is one character of the body), sizes in half points.</summary>
    public const string Styles = $"""
        <w:styles {Namespace}>
          <w:docDefaults>
            <w:rPrDefault>
              <w:rPr>{Mincho}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="ja-JP" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault/>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
            <w:semiHidden/><w:unhideWhenUsed/>
            <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
              <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
          <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:spacing w:before="480" w:after="360"/><w:jc w:val="center"/></w:pPr>
              <w:rPr><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/></w:pPr>
              <w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Indented"/>
            <w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="360" w:after="120"/>
              <w:outlineLvl w:val="0"/></w:pPr><w:rPr>{Gothic}<w:b/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Indented"/>
            <w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>
              <w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr>
              <w:rPr>{Gothic}<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Indented"><w:name w:val="本文字下げ"/><w:basedOn w:val="Normal"/><w:qFormat/>
            <w:pPr><w:ind w:firstLine="210"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Opening"><w:name w:val="前文"/><w:basedOn w:val="Indented"/>
            <w:next w:val="Indented"/><w:qFormat/>
            <w:pPr><w:spacing w:before="240"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Item"><w:name w:val="箇条"/><w:basedOn w:val="Normal"/><w:qFormat/>
            <w:pPr><w:ind w:left="420" w:hanging="210"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Entry"><w:name w:val="項目と内容"/><w:basedOn w:val="Normal"/><w:qFormat/>
            <w:pPr><w:tabs><w:tab w:val="left" w:pos="2310"/></w:tabs><w:ind w:left="2310" w:hanging="2100"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Aside"><w:name w:val="注記"/><w:basedOn w:val="Normal"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="auto"/>
              <w:left w:val="single" w:sz="4" w:space="6" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="6" w:color="auto"/>
              <w:right w:val="single" w:sz="4" w:space="6" w:color="auto"/></w:pBdr>
              <w:ind w:left="350" w:right="140" w:hanging="210"/></w:pPr><w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="FormNumber"><w:name w:val="様式番号"/><w:basedOn w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Right"><w:name w:val="右寄せ"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:jc w:val="right"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Addressee"><w:name w:val="あて先"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:spacing w:before="360" w:after="360"/><w:ind w:firstLine="210"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="From"><w:name w:val="届出者"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:tabs><w:tab w:val="left" w:pos="4725"/><w:tab w:val="left" w:pos="5565"/></w:tabs>
              <w:ind w:left="5565" w:hanging="1680"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Record"><w:name w:val="記"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:keepNext/><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Label"><w:name w:val="表の項目"/><w:basedOn w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Value"><w:name w:val="表の内容"/><w:basedOn w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="LastLabel"><w:name w:val="表の最後の項目"/><w:basedOn w:val="Label"/>
            <w:pPr><w:keepNext/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="LastValue"><w:name w:val="表の最後の内容"/><w:basedOn w:val="Value"/>
            <w:pPr><w:keepNext/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="備考"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:keepNext/><w:tabs><w:tab w:val="left" w:pos="315"/></w:tabs><w:spacing w:before="120"/>
              <w:ind w:left="315" w:hanging="315"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="End"><w:name w:val="以上"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:spacing w:before="120"/><w:jc w:val="right"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
          <w:style w:type="character" w:customStyle="1" w:styleId="Open"><w:name w:val="未記入"/>
            <w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF2AB"/></w:rPr></w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="Form"><w:name w:val="様式の表"/><w:basedOn w:val="TableNormal"/>
            <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>
              <w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>
              <w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>
              <w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>
              <w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>
                <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        </w:styles>
        """;

    /// <summary>Headings: 1, then (1).</summary>
    public const string Numbering = $"""
        <w:numbering {Namespace}>
          <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1"/>
              <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="(%2)"/>
              <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="630" w:hanging="525"/></w:pPr></w:lvl>
          </w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        </w:numbering>
        """;

    /// <summary>Where a machine has none of Microsoft's fonts, the free ones of the same kind.</summary>
    public const string Fonts = $"""
        <w:fonts {Namespace}>
          <w:font w:name="ＭＳ 明朝"><w:altName w:val="MS Mincho;Noto Serif CJK JP"/><w:charset w:val="80"/><w:family w:val="roman"/>
            <w:pitch w:val="fixed"/></w:font>
          <w:font w:name="ＭＳ ゴシック"><w:altName w:val="MS Gothic;Noto Sans CJK JP"/><w:charset w:val="80"/><w:family w:val="modern"/>
            <w:pitch w:val="fixed"/></w:font>
        </w:fonts>
        """;

    public const string Settings = $"""
        <w:settings {Namespace}>
          <w:defaultTabStop w:val="840"/>
          <w:characterSpacingControl w:val="compressPunctuation"/>
          <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
          <w:themeFontLang w:val="ja-JP" w:eastAsia="ja-JP"/>
        </w:settings>
        """;

    public const string Footer = $"""
        <w:ftr {Namespace}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">－ </w:t></w:r>
          <w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> －</w:t></w:r></w:p></w:ftr>
        """;
}

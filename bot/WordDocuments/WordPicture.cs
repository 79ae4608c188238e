using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Drawn = DocumentFormat.OpenXml.Drawing.Pictures;
using Placed = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace GuidelineBot.WordDocuments;

/// <summary>A picture in a document, no wider than the text and no higher than half a page.</summary>
/// <param name="Type">A media type for which <see cref="CanShow"/> is true.</param>
internal sealed record WordPicture(byte[] Content, string Type, string Title)
{
    /// <summary>In English Metric Units, 635 to a twentieth of a point.</summary>
    private const long Widest = WordFile.Width * 635L;
    private const long Highest = Widest * 3 / 4;
    private const long Pixel = 9525;

    public static bool CanShow(string type) => type is "image/png" or "image/jpeg" or "image/gif";

    /// <param name="number">From 1, once a document.</param>
    public IEnumerable<OpenXmlElement> AddTo(MainDocumentPart main, int number)
    {
        if (Size() is not var (width, height))
            yield break;
        var part = main.AddImagePart(
            Type switch
            {
                "image/png" => ImagePartType.Png,
                "image/gif" => ImagePartType.Gif,
                _ => ImagePartType.Jpeg,
            }
        );
        using (var stream = new MemoryStream(Content))
            part.FeedData(stream);
        yield return WordText.Paragraph("Item", Title);
        yield return new Paragraph(new Run(new Drawing(Inline(main.GetIdOfPart(part), (uint)number, width, height))));
    }

    private Placed.Inline Inline(string part, uint number, long width, long height) =>
        new(
            new Placed.Extent { Cx = width, Cy = height },
            new Placed.DocProperties
            {
                Id = number,
                Name = $"Picture {number}",
                Description = WordText.OneLine(Title),
            },
            new A.Graphic(
                new A.GraphicData(
                    new Drawn.Picture(
                        new Drawn.NonVisualPictureProperties(
                            new Drawn.NonVisualDrawingProperties { Id = number, Name = $"Picture {number}" },
                            new Drawn.NonVisualPictureDrawingProperties()
                        ),
                        new Drawn.BlipFill(new A.Blip { Embed = part }, new A.Stretch(new A.FillRectangle())),
                        new Drawn.ShapeProperties(
                            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
                        )
                    )
                )
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                }
            )
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };

    /// <summary>As it is shown; null where the picture does not say how large it is.</summary>
    private (long Width, long Height)? Size()
    {
        if (Pixels() is not (> 0 and var wide, > 0 and var high))
            return null;
        var shrink = Math.Max(1, Math.Max((double)(wide * Pixel) / Widest, (double)(high * Pixel) / Highest));
        return ((long)(wide * Pixel / shrink), (long)(high * Pixel / shrink));
    }

    private (long Width, long Height)? Pixels() =>
        Type switch
        {
            "image/png" when Content.Length >= 24 => (
                BinaryPrimitives.ReadInt32BigEndian(Content.AsSpan(16)),
                BinaryPrimitives.ReadInt32BigEndian(Content.AsSpan(20))
            ),
            "image/gif" when Content.Length >= 10 => (
                BinaryPrimitives.ReadUInt16LittleEndian(Content.AsSpan(6)),
                BinaryPrimitives.ReadUInt16LittleEndian(Content.AsSpan(8))
            ),
            "image/jpeg" => JpegPixels(),
            _ => null,
        };

    /// <summary>From the first frame header (SOF).</summary>
    private (long Width, long Height)? JpegPixels()
    {
        for (var at = 2; at + 9 < Content.Length && Content[at] == 0xFF; )
        {
            var marker = Content[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(Content.AsSpan(at + 7)),
                    BinaryPrimitives.ReadUInt16BigEndian(Content.AsSpan(at + 5))
                );
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(Content.AsSpan(at + 2));
        }
        return null;
    }
}

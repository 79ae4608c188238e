using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Tests.Knowledge;

public sealed class TruncatedSvdTests
{
    [Fact]
    public void Of_a_diagonal_matrix_it_finds_the_greatest_entries_and_their_axes()
    {
        var (values, vectors) = TruncatedSvd.Decompose(
            [
                [new(0, 1)],
                [new(1, -3)],
                [new(2, 2)],
            ],
            terms: 3,
            rank: 2
        );

        Assert.Equal([3f, 2f], values.Select(value => MathF.Round(value, 4)));
        Assert.Equal([0f, 0f, 1f, 0f, 0f, 1f], vectors.Select(number => MathF.Round(MathF.Abs(number), 4)));
    }

    [Fact]
    public void With_full_rank_the_vectors_give_the_matrix_back()
    {
        const int texts = 30,
            terms = 12;
        var random = new Random(7);
        var dense = Enumerable.Range(0, texts).Select(_ => Enumerable.Range(0, terms).Select(_ => random.NextSingle()).ToArray()).ToArray();
        var (values, vectors) = TruncatedSvd.Decompose(
            [.. dense.Select(row => row.Select((weight, index) => new Feature(index, weight)).ToArray())],
            terms,
            rank: terms
        );

        Assert.Equal(terms, values.Length);
        Assert.Equal(values.OrderDescending(), values);
        Assert.All(
            dense,
            row =>
            {
                // row · V · Vᵀ
                var coordinates = Enumerable
                    .Range(0, terms)
                    .Select(j => row.Select((number, term) => number * vectors[term * terms + j]).Sum())
                    .ToArray();
                for (var term = 0; term < terms; term++)
                    Assert.Equal(row[term], VectorMath.Dot(coordinates, vectors.AsSpan(term * terms, terms)), 3);
            }
        );
    }

    [Fact]
    public void Rows_that_repeat_count_once()
    {
        var (values, vectors) = TruncatedSvd.Decompose(
            [.. Enumerable.Repeat<Feature[]>([new(0, 0.6f), new(1, 0.8f)], 40)],
            terms: 2,
            rank: 2
        );

        Assert.Equal(MathF.Sqrt(40), Assert.Single(values), 3);
        Assert.Equal([0.6f, 0.8f], vectors.Select(number => MathF.Round(MathF.Abs(number), 4)));
    }

    [Fact]
    public void A_matrix_of_nothing_has_no_vectors()
    {
        Assert.Empty(TruncatedSvd.Decompose([], 0, 5).Values);
        Assert.Empty(
            TruncatedSvd
                .Decompose(
                    [
                        [],
                        [],
                    ],
                    0,
                    5
                )
                .Values
        );
        Assert.Empty(
            TruncatedSvd
                .Decompose(
                    [
                        [new(0, 0)],
                        [new(1, 0)],
                    ],
                    2,
                    5
                )
                .Values
        );
    }
}

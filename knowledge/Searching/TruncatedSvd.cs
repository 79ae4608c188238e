using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.LinearAlgebra.Single;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>
/// The leading singular vectors of a sparse matrix, by randomized subspace iteration (Halko, Martinsson and Tropp 2011, algorithms 4.4 and 5.3)
/// with a fixed seed: the same matrix always gives the same vectors.
/// </summary>
internal static class TruncatedSvd
{
    private const int Oversampling = 10;
    private const int Iterations = 3;

    // Below this share of the greatest singular value lies rounding, not structure.
    private const float Smallest = 1e-3f;

    /// <param name="rows">The matrix A, texts × <paramref name="terms"/>.</param>
    /// <param name="rank">How many singular vectors at most; fewer where A has no more.</param>
    /// <returns>The singular values σ, greatest first, and the right singular vectors, terms × σ, row after row.</returns>
    public static (float[] Values, float[] Vectors) Decompose(IReadOnlyList<Feature[]> rows, int terms, int rank)
    {
        // A subspace of text space as texts × width; A itself is only ever multiplied with it.
        var width = Math.Min(rank + Oversampling, Math.Min(rows.Count, terms));
        if (width == 0)
            return ([], []);
        var columns = Transpose(rows, terms);
        var basis = Orthonormal(Gaussian(rows.Count, width));
        for (var i = 0; i < Iterations; i++)
            basis = Orthonormal(Dense(Times(rows, Times(columns, RowMajor(basis), width), width), width));

        // The Rayleigh–Ritz step: within the subspace, A Aᵀ is a small symmetric matrix with eigenvalues σ².
        var image = Dense(Times(rows, Times(columns, RowMajor(basis), width), width), width);
        var eigen = basis.TransposeThisAndMultiply(image).ToDouble().Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Select(value => (float)Math.Sqrt(Math.Max(0, value.Real))).Reverse().ToArray();
        values = [.. values.Take(rank).TakeWhile(value => value > Smallest * values[0])];
        if (values.Length == 0)
            return ([], []);

        // v = Aᵀ u / σ
        var left =
            basis
            * Matrix<float>.Build.Dense(
                width,
                values.Length,
                (row, column) => (float)eigen.EigenVectors[row, width - 1 - column] / values[column]
            );
        return (values, Times(columns, RowMajor(left), values.Length));
    }

    private static Matrix<float> Orthonormal(Matrix<float> matrix) => matrix.QR(QRMethod.Thin).Q;

    private static DenseMatrix Gaussian(int rows, int width)
    {
        var random = new Random(1);
        // Box–Muller
        return DenseMatrix.Create(
            rows,
            width,
            (_, _) => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))
        );
    }

    /// <returns>sparse · dense, both row after row.</returns>
    private static float[] Times(IReadOnlyList<Feature[]> sparse, float[] dense, int width)
    {
        var product = new float[sparse.Count * width];
        Parallel.For(
            0,
            sparse.Count,
            row =>
            {
                foreach (var (index, weight) in sparse[row])
                    VectorMath.AddScaled(product.AsSpan(row * width, width), dense.AsSpan(index * width, width), weight);
            }
        );
        return product;
    }

    private static Feature[][] Transpose(IReadOnlyList<Feature[]> rows, int terms)
    {
        var counts = new int[terms];
        foreach (var row in rows)
        foreach (var (index, _) in row)
            counts[index]++;
        var columns = Array.ConvertAll(counts, count => new Feature[count]);
        for (var row = rows.Count - 1; row >= 0; row--)
            foreach (var (index, weight) in rows[row])
                columns[index][--counts[index]] = new Feature(row, weight);
        return columns;
    }

    private static Matrix<float> Dense(float[] rowMajor, int width) =>
        Matrix<float>.Build.DenseOfRowMajor(rowMajor.Length / width, width, rowMajor);

    private static float[] RowMajor(Matrix<float> matrix) => matrix.ToRowMajorArray();
}

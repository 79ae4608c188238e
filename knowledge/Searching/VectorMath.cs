using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>Arithmetic on dense vectors, as many numbers at a time as the processor takes.</summary>
internal static class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        y = y[..x.Length];
        var a = MemoryMarshal.Cast<float, Vector<float>>(x);
        var b = MemoryMarshal.Cast<float, Vector<float>>(y);
        // Two sums: the next addition need not wait for the last one.
        var (even, odd) = (Vector<float>.Zero, Vector<float>.Zero);
        var i = 0;
        for (; i + 1 < a.Length; i += 2)
        {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        if (i < a.Length)
            even += a[i] * b[i];
        var sum = Vector.Sum(even + odd);
        for (i = a.Length * Vector<float>.Count; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    /// <summary>sum += x · factor</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> sum, ReadOnlySpan<float> x, float factor)
    {
        x = x[..sum.Length];
        var to = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var from = MemoryMarshal.Cast<float, Vector<float>>(x);
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i] * factor;
        for (var i = to.Length * Vector<float>.Count; i < sum.Length; i++)
            sum[i] += x[i] * factor;
    }

    /// <summary>Scales to length 1; zero stays zero.</summary>
    public static void Normalize(Span<float> x)
    {
        var length = MathF.Sqrt(Dot(x, x));
        if (length > 0)
            for (var i = 0; i < x.Length; i++)
                x[i] /= length;
    }

    /// <summary>Shifts and scales to mean 0 and standard deviation 1 (z-scores); numbers that are all the same become 0.</summary>
    public static void Standardize(Span<float> x)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in x)
        {
            sum += value;
            squares += (double)value * value;
        }
        var mean = sum / x.Length;
        var deviation = Math.Sqrt(Math.Max(0, squares / x.Length - mean * mean));
        var (shift, factor) = ((float)mean, deviation > 1e-6 ? (float)(1 / deviation) : 0);
        for (var i = 0; i < x.Length; i++)
            x[i] = (x[i] - shift) * factor;
    }
}

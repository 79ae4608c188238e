using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>A text's features: index into the model's vocabulary and weight; the weights' squares add up to 1 at most.</summary>
internal readonly record struct Feature(int Index, float Weight);

/// <summary>What a model learns from.</summary>
/// <param name="Text">By which its turn is chosen.</param>
/// <param name="Labels">Several share the probability equally.</param>
internal sealed record Lesson(string Text, Feature[] Features, int[] Labels);

/// <summary>
/// Multinomial logistic regression over sparse text features, trained by AdaGrad. A few thousand examples take a tenth of a second,
/// so it is trained when the knowledge is loaded and an edited example counts at once.
/// </summary>
internal sealed class LinearModel
{
    /// <summary>As many as a SHA-256 has words of four bytes.</summary>
    private const int Epochs = 8;
    private const float Rate = 0.5f;

    /// <summary>What AdaGrad adds to the squares from the start, so that the first lessons do not leap.</summary>
    private const float Calm = 0.02f;

    /// <summary>The weights are the mean of those after so many of the last rounds: which example came last must not decide an answer.</summary>
    private const int Averaged = 4;

    // Features are of unit length; without this factor the logits would stay too small for a clear decision.
    private const float Scale = 4f;

    private readonly int labels;
    private readonly int features;
    private readonly int stride;
    private readonly float[] weights;
    private readonly float[] biases;

    private LinearModel(int labels, int features)
    {
        this.labels = labels;
        this.features = features;
        stride = (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        weights = new float[features * stride];
        biases = new float[stride];
    }

    /// <param name="features">Size of the vocabulary.</param>
    /// <param name="decay">What each round takes off the weights: what only a few examples speak for must not make the model sure of anything.</param>
    public static LinearModel Train(IReadOnlyList<Lesson> lessons, int labels, int features, float decay = 0.1f)
    {
        var model = new LinearModel(labels, features);
        model.Fit(lessons, decay);
        return model;
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It was written on a processor of another kind, or is damaged.</exception>
    public static LinearModel Read(BinaryReader from)
    {
        var model = new LinearModel(from.ReadInt32(), from.ReadInt32());
        if (from.ReadInt32() != model.stride)
            throw new InvalidDataException("The model has rows of another width.");
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.weights.AsSpan()));
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.biases.AsSpan()));
        return model;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(labels);
        to.Write(features);
        to.Write(stride);
        to.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        to.Write(MemoryMarshal.AsBytes(biases.AsSpan()));
    }

    /// <returns>The probability of each label; they add up to 1.</returns>
    public float[] Predict(ReadOnlySpan<Feature> features)
    {
        var scores = new float[stride];
        Score(features, scores);
        Softmax(scores);
        return scores[..labels];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fit(IReadOnlyList<Lesson> lessons, float decay)
    {
        var squares = new float[weights.Length];
        var biasSquares = new float[stride];
        Array.Fill(squares, Calm);
        Array.Fill(biasSquares, Calm);
        var (sum, biasSum) = (new float[weights.Length], new float[stride]);
        var gradient = new float[stride];
        var turns = Turns(lessons);

        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var (_, features, targets) in lessons.Zip(turns).OrderBy(pair => pair.Second[epoch]).Select(pair => pair.First))
            {
                Score(features, gradient);
                Softmax(gradient);
                foreach (var target in targets)
                    gradient[target] -= 1f / targets.Length;

                foreach (var (index, weight) in features)
                    Step(weights.AsSpan(index * stride, stride), squares.AsSpan(index * stride, stride), gradient, weight * Scale);
                Step(biases, biasSquares, gradient, 1f);
            }
            var isMeant = epoch >= Epochs - Averaged;
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] *= 1 - decay;
                if (isMeant)
                    sum[i] += weights[i] / Averaged;
            }
            for (var i = 0; isMeant && i < biases.Length; i++)
                biasSum[i] += biases[i] / Averaged;
        }
        sum.CopyTo(weights, 0);
        biasSum.CopyTo(biases, 0);
    }

    /// <summary>
    /// When each lesson has its turn in each round. That comes from its own words: the same knowledge always gives the same answers, and a lesson that is
    /// added or taken out leaves the others in their order, and with it what they taught.
    /// </summary>
    private static List<uint[]> Turns(IReadOnlyList<Lesson> lessons) =>
        [
            .. lessons
                .AsParallel()
                .AsOrdered()
                .Select(lesson => MemoryMarshal.Cast<byte, uint>(SHA256.HashData(Encoding.UTF8.GetBytes(lesson.Text))).ToArray()),
        ];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float factor)
    {
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var s = MemoryMarshal.Cast<float, Vector<float>>(squares);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        for (var i = 0; i < w.Length; i++)
        {
            var step = g[i] * factor;
            s[i] += step * step;
            w[i] -= step * Rate / Vector.SquareRoot(s[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(ReadOnlySpan<Feature> features, Span<float> scores)
    {
        biases.CopyTo(scores);
        var sum = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var (index, weight) in features)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(index * stride, stride));
            var factor = new Vector<float>(weight * Scale);
            for (var i = 0; i < row.Length; i++)
                sum[i] += row[i] * factor;
        }
    }

    private void Softmax(Span<float> scores)
    {
        var highest = float.NegativeInfinity;
        foreach (var score in scores[..labels])
            highest = MathF.Max(highest, score);
        var sum = 0f;
        for (var i = 0; i < labels; i++)
            sum += scores[i] = MathF.Exp(scores[i] - highest);
        for (var i = 0; i < labels; i++)
            scores[i] /= sum;
        scores[labels..].Clear();
    }
}

using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Integral.Ui;

/// <summary>A stretch of a text that has been changed.</summary>
/// <param name="Text">With its spaces and line ends.</param>
/// <param name="IsGone">It was there before.</param>
/// <param name="IsNew">It is there now.</param>
public sealed record Stretch(string Text, bool IsGone, bool IsNew)
{
    private const int LongestByWords = 40_000;

    /// <summary>What became of a text, word by word; of a very long one, line by line.</summary>
    public static IReadOnlyList<Stretch> Between(string before, string after)
    {
        var isLong = before.Length + after.Length > LongestByWords;
        var pieces = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker: isLong ? new LineChunker() : new WordChunker()).Lines;
        var stretches = new List<Stretch>();
        foreach (var piece in pieces)
        {
            var (text, isGone, isNew) = (isLong ? piece.Text + "\n" : piece.Text, piece.Type == ChangeType.Deleted, piece.Type == ChangeType.Inserted);
            if (stretches.Count > 0 && stretches[^1] is var last && last.IsGone == isGone && last.IsNew == isNew) stretches[^1] = last with { Text = last.Text + text };
            else stretches.Add(new(text, isGone, isNew));
        }
        return stretches;
    }
}

namespace Integral.Load.Wire;

/// <summary>
/// What a right answer is: the status, a text that only this institution's page has, and about the same length each time.
/// An answer that equals one looked into before is right; of others every <paramref name="lookEvery"/>th is unpacked and read.
/// </summary>
internal sealed class Expected(int status, string marker, int lookEvery = 1)
{
    private byte[]? like;
    private int different;

    /// <summary>Why the last answer was wrong.</summary>
    public string? Complaint { get; private set; }

    public bool IsMet(in Reply reply)
    {
        if (reply.Status != status) return Refuse($"status {reply.Status} instead of {status}");
        if (like is not null && reply.Body.SequenceEqual(like)) return true;
        if (like is not null && Math.Abs(reply.Body.Length - like.Length) > like.Length / 4) return Refuse($"{reply.Body.Length} bytes instead of about {like.Length}");
        if (different++ % lookEvery != 0) return true;
        if (!reply.Text().Contains(marker, StringComparison.Ordinal)) return Refuse($"no '{marker}' in it");
        like = reply.Body.ToArray();
        return true;
    }

    private bool Refuse(string why)
    {
        Complaint = why;
        return false;
    }
}

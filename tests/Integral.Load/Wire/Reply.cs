using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace Integral.Load.Wire;

/// <summary>One answer as it stands in a connection's buffer.</summary>
internal readonly ref struct Reply
{
    private static readonly byte[] Brotli = "Content-Encoding: br"u8.ToArray();

    public int Status { get; private init; }
    public ReadOnlySpan<byte> Head { get; private init; }

    /// <summary>As it was sent: compressed, and in chunks if it came in chunks.</summary>
    public ReadOnlySpan<byte> Body { get; private init; }
    private bool IsChunked { get; init; }

    /// <returns>False while a part of it is still to come.</returns>
    public static bool TryParse(ReadOnlySpan<byte> received, out Reply reply)
    {
        reply = default;
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = received[..end];
        var rest = received[(end + 4)..];
        if (!Utf8Parser.TryParse(head[9..], out int status, out _)) throw new InvalidDataException("This is no HTTP answer.");
        var isChunked = head.IndexOf("Transfer-Encoding: chunked"u8) >= 0;
        if (isChunked ? !IsWhole(rest) : rest.Length < Length(head)) return false;
        reply = new() { Status = status, Head = head, Body = rest, IsChunked = isChunked };
        return true;
    }

    /// <summary>What a person would read.</summary>
    public string Text()
    {
        var body = IsChunked ? Joined(Body) : Body.ToArray();
        if (Head.IndexOf(Brotli) < 0) return Encoding.UTF8.GetString(body);
        using var text = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    public string? Header(string name)
    {
        foreach (var line in Encoding.Latin1.GetString(Head).Split("\r\n"))
            if (line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase)) return line[(name.Length + 2)..];
        return null;
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? length : 0;
    }

    private static bool IsWhole(ReadOnlySpan<byte> chunks)
    {
        while (Next(ref chunks) is { } chunk) if (chunk == 0) return true;
        return false;
    }

    private static byte[] Joined(ReadOnlySpan<byte> chunks)
    {
        using var joined = new MemoryStream();
        for (var rest = chunks; Next(ref rest) is { } length and > 0;)
            joined.Write(chunks[(chunks.Length - rest.Length - length - 2)..][..length]);
        return joined.ToArray();
    }

    /// <summary>Steps over a chunk.</summary>
    /// <returns>Its length; null if it isn't all there.</returns>
    private static int? Next(ref ReadOnlySpan<byte> chunks)
    {
        var line = chunks.IndexOf("\r\n"u8);
        if (line <= 0 || !Utf8Parser.TryParse(chunks, out int length, out _, 'X') || chunks.Length < line + 2 + length + 2) return null;
        chunks = chunks[(line + 2 + length + 2)..];
        return length;
    }
}

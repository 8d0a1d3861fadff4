namespace Integral.Platform.Data;

/// <summary>The lines of a stream, one at a time and none longer than fits.</summary>
internal sealed class JsonLines(Stream from)
{
    private const int Longest = 64 << 20;

    private byte[] buffer = new byte[1 << 16];
    private int start, end;

    /// <returns>The line without its end, valid until the next one is asked for; null after the last.</returns>
    /// <exception cref="InvalidDataException">A line is longer than fits, or the last one has no end.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancel)
    {
        for (var looked = 0; ;)
        {
            var length = buffer.AsSpan(start + looked, end - start - looked).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = buffer.AsMemory(start, looked + length);
                start += looked + length + 1;
                return line;
            }
            looked = end - start;
            if (await FillAsync(cancel)) continue;
            return looked == 0 ? null : throw new InvalidDataException("The last line has no end.");
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            if (end >= Longest) throw new InvalidDataException("A line is too long.");
            Array.Resize(ref buffer, end * 2);
        }
        var read = await from.ReadAsync(buffer.AsMemory(end), cancel);
        end += read;
        return read > 0;
    }
}

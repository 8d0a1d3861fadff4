namespace Integral.Platform.Web;

/// <summary>A request's body whose reader gives up its place while the rest is on its way, and queues again when it has come: who sends slowly holds up nobody.</summary>
internal sealed class PatientBody(Stream body, Place place) : Stream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        var read = body.ReadAsync(buffer, cancel);
        if (read.IsCompleted || !place.IsCounted) return await read;
        place.Dispose();
        var got = await read;
        await place.ReturnAsync(cancel);
        return got;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancel) => ReadAsync(buffer.AsMemory(offset, count), cancel).AsTask();
    public override int Read(byte[] buffer, int offset, int count) => body.Read(buffer, offset, count);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

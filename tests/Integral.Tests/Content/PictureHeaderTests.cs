using Integral.Content.Media;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>How large pictures are, read by code of ours from bytes that anybody may send.</summary>
public sealed class PictureHeaderTests
{
    private static readonly byte[] Lossy = [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x01, 0xF0, 0x00, 0, 0];
    private static readonly byte[] Extended = [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 0x01, 0, 0xEF, 0, 0];
    private static readonly byte[] Lossless = [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8L"u8, 10, 0, 0, 0, 0x2F, 0x3F, 0xC1, 0x3B, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Gif = [.. "GIF89a"u8, 0x40, 0x01, 0xF0, 0x00, 0, 0, 0, 0x3B];
    private static readonly byte[] Avif =
    [
        0, 0, 0, 16, .. "ftypavif"u8, 0, 0, 0, 0, 0, 0, 0, 68, .. "meta"u8, 0, 0, 0, 0, 0, 0, 0, 56, .. "iprp"u8, 0, 0, 0, 48, .. "ipco"u8,
        0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0, 24, 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 1, 0x40, 0, 0, 0, 0xF0,
    ];

    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "png", Drawn.Png(320, 240) }, { "jpeg", Drawn.Jpeg(320, 240) }, { "jpeg on its side", Drawn.Jpeg(240, 320, turned: true) },
        { "gif", Gif }, { "webp lossy", Lossy }, { "webp lossless", Lossless }, { "webp extended", Extended }, { "avif", Avif },
    };

    [Theory, MemberData(nameof(Pictures))]
    public void A_picture_is_as_large_as_it_is_looked_at(string kind, byte[] file) => Assert.True(PictureHeader.Read(file) == new PicturePoints(320, 240), $"{kind}: {PictureHeader.Read(file)}");

    [Theory, MemberData(nameof(Pictures))]
    public void Whatever_is_cut_off_or_turned_over_in_it_reading_ends_and_throws_nothing(string kind, byte[] file)
    {
        Assert.NotEmpty(kind);
        for (var length = 0; length < file.Length; length++) PictureHeader.Read(file.AsSpan(0, length));
        var chance = new Random(46);
        for (var round = 0; round < 20_000; round++)
        {
            var broken = file.ToArray();
            for (var times = chance.Next(1, 6); times > 0; times--) broken[chance.Next(broken.Length)] = chance.Next(3) switch { 0 => 0, 1 => 0xFF, _ => (byte)chance.Next(256) };
            if (PictureHeader.Read(broken) is { } points) Assert.True(points is { Width: > 0, Height: > 0 });
        }
    }

    [Fact]
    public void Bytes_without_sense_have_no_size_and_end_too()
    {
        var chance = new Random(47);
        byte[][] starts = [Drawn.Jpeg(1, 1)[..2], Gif[..6], Lossy[..16], Avif[..24], Drawn.Png(1, 1)[..16]];
        for (var round = 0; round < 5_000; round++)
        {
            var noise = new byte[chance.Next(0, 400)];
            chance.NextBytes(noise);
            PictureHeader.Read([.. starts[round % starts.Length], .. noise]);
        }
        PictureHeader.Read([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, PictureHeader.Needed)]);
    }

    [Theory]
    [InlineData("an archive hung on")]
    [InlineData("a page in a remark")]
    [InlineData("a document in front")]
    [InlineData("something behind its end")]
    [InlineData("no end")]
    public async Task A_file_that_is_a_picture_and_something_else_is_none(string how)
    {
        byte[] file = how switch
        {
            "an archive hung on" => [.. Drawn.Jpeg(10, 10), .. "PK\u0005\u0006"u8, .. new byte[18]],
            "a page in a remark" => [.. "GIF89a"u8, 10, 0, 10, 0, 0, 0, 0, .. "<SCRIPT>alert(1)</script>"u8, 0x3B],
            "a document in front" => [.. "GIF89a"u8, 10, 0, 10, 0, 0, 0, 0, .. "%PDF-1.7"u8, 0x3B],
            "something behind its end" => [.. Drawn.Png(10, 10), .. "more"u8],
            _ => Drawn.Png(10, 10)[..^12],
        };
        Assert.NotNull(PictureHeader.Read(file));
        Assert.Null(await PurePicture.ReadAsync(new MemoryStream(file), TestContext.Current.CancellationToken));
        Assert.NotNull(await PurePicture.ReadAsync(new MemoryStream(Drawn.Png(10, 10)), TestContext.Current.CancellationToken));
    }
}

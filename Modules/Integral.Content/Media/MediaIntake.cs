using Integral.Platform.Files;

namespace Integral.Content.Media;

/// <summary>A file on its way in.</summary>
/// <param name="Name">What its sender calls it: nothing in it is trusted.</param>
/// <param name="Content">Read once, from where it comes straight to the disk.</param>
/// <param name="Length">What the sender says it has; null where he doesn't.</param>
internal sealed record SentMedia(string Name, Stream Content, long? Length)
{
    /// <summary>Null for one of the month.</summary>
    public string? Folder { get; init; }
}

/// <summary>A file that was taken and isn't in its place yet.</summary>
/// <param name="Points">Of a picture that browsers show; null of all else.</param>
internal sealed record TakenMedia(NewFile File, string MediaType, PicturePoints? Points);

/// <summary>Takes what is sent: how large it may be depends on what it is, and what it is on its content.</summary>
internal sealed class MediaIntake(MediaLimits limits)
{
    /// <exception cref="RuleException">It is too large, or empty.</exception>
    public async Task<TakenMedia> TakeAsync(FileBatch batch, SentMedia sent, CancellationToken cancel)
    {
        Refuse(sent, limits.Largest);
        var file = await batch.AddAsync(sent.Content, start => Refuse(sent, limits.Of(MediaKind.Of(start))), cancel);
        Rule.Require(file.Length > 0, T.Say("The file '{0}' is empty.", sent.Name));
        return await KindAsync(batch, file, cancel);
    }

    /// <summary>What only begins like a picture is a file like any other.</summary>
    private static async Task<TakenMedia> KindAsync(FileBatch batch, NewFile file, CancellationToken cancel)
    {
        var type = MediaKind.Of(file.Start);
        if (!MediaKind.IsPicture(type)) return new(file, type, null);
        await using var content = batch.Read(file);
        if (await PurePicture.ReadAsync(content, cancel) is not { } points) return new(file, MediaKind.Unknown, null);
        Rule.Require(points.Count <= MediaLimits.MostPoints, T.Say("The picture has {0} × {1} points: that is more than browsers can show.", points.Width, points.Height));
        return new(file, type, points);
    }

    // Said before the rest has come.
    private static long Refuse(SentMedia sent, long most)
    {
        Rule.Require(sent.Length is null || sent.Length <= most, T.Say("The file is larger than {0} MB.", most >> 20));
        return most;
    }
}

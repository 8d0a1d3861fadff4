using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Integral.Platform.Files;

/// <summary>Hands out what people have sent: whatever is in it, it never acts in our name.</summary>
public static class SentFiles
{
    /// <summary>As a download, which nobody on the way keeps.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="type">By its content.</param>
    /// <param name="name">What its sender called it.</param>
    /// <param name="hash">SHA-256 in hexadecimal.</param>
    /// <param name="response">The answer, whose headers are set.</param>
    /// <exception cref="NotFoundException">It isn't there.</exception>
    public static PhysicalFileResult Download(string path, string type, string name, string hash, HttpResponse response) =>
        Sandboxed(path, type == "text/plain" ? MediaKind.Unknown : type, hash[..32], "private, no-store", response, name);

    /// <summary>A picture in its place. Whoever has it asks each time whether they still may see it.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="type">By its content: one that is shown as a picture.</param>
    /// <param name="tag">Another one for another picture.</param>
    /// <param name="response">The answer, whose headers are set.</param>
    /// <exception cref="NotFoundException">It isn't there.</exception>
    public static PhysicalFileResult Picture(string path, string type, string tag, HttpResponse response) => Sandboxed(path, type, tag, "private, no-cache", response, null);

    private static PhysicalFileResult Sandboxed(string path, string type, string tag, string cache, HttpResponse response, string? name)
    {
        if (!File.Exists(path)) throw new NotFoundException();
        response.Headers.CacheControl = cache;
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return new(path, type) { FileDownloadName = name!, EntityTag = new EntityTagHeaderValue($"\"{tag}\"") };
    }
}

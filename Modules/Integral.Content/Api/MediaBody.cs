using Integral.Content.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Integral.Content.Api;

/// <summary>The file of a request: its body, or the first file of a form. It isn't read here, so that it goes straight to the disk.</summary>
internal static class MediaBody
{
    private const int Around = 1 << 16;      // what a form has besides its file

    /// <exception cref="RuleException">There is none, or it is said to be too large.</exception>
    public static async Task<SentMedia> ReadAsync(HttpRequest request, string? name, MediaLimits limits)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            Rule.Require(name is not null, "Say in the address what the file is called: ?name=", "name");
            return new(name, request.Body, request.ContentLength);
        }
        Rule.Require(request.ContentLength is null || request.ContentLength <= limits.Largest + Around, T.Say("The file is larger than {0} MB.", limits.Largest >> 20));
        return await OfFormAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "") ?? throw new RuleException("There is no file in the form.");
    }

    private static async Task<SentMedia?> OfFormAsync(HttpRequest request, string boundary)
    {
        if (boundary.Length is 0 or > 200) return null;
        try
        {
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
                if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var said) && said.IsFileDisposition())
                    return new(HeaderUtilities.RemoveQuotes(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).Value ?? "", part.Body, null);
            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException || broken is IOException && broken is not BadHttpRequestException) { return null; }
    }
}

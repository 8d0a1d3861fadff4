using System.Text.RegularExpressions;
using Integral.Tests.Isolation;
using Integral.Tests.Kit;

namespace Integral.BrowserTests.Kit;

/// <summary>Every page a person can open, from the router itself, so that a new one can't be forgotten.</summary>
internal static partial class RouterPages
{
    // Answers for programs, files, and the page of failures, which has a test of its own.
    private static readonly string[] NoPages = ["api/", "health/", "openapi/", "media/", "feed", "sitemap.xml", "robots.txt", "look", "error/", "brand.css", "brand-logo", "Admin/Books/Table/", "Admin/Media/Choose", "Admin/Content/Pick"];

    // Only what one has just started, was invited to, sent a letter about or has to decide can be opened: the journeys look at these.
    private static readonly string[] Gone = ["join/", "reset/", "account/email/", "register/finish/", "register/organisation/", "Admin/Tenants/Progress/", "Admin/People/ImportProgress/", "preview/", "Admin/Inbox/Show/", "Admin/OwnRequests/Show/", "notices/announcements/", "Admin/OwnSpecialists/Edit/"];

    /// <summary>The addresses of all pages, with samples of school 1 in them, and whether the sample is to be found.</summary>
    public static async Task<IReadOnlyList<(string Url, string Policy, int Status)>> AllAsync(District district)
    {
        var samples = await Samples.OfSchool1Async(district);
        return [.. Endpoints.All(district.Services).Where(e => e.Method == "GET" && !Is(e, NoPages) && !e.Pattern.EndsWith("/Index", StringComparison.Ordinal))
            .Select(e => ($"{(Is(e, ["Admin/Tenants", "Admin/Status", "institutions/"]) ? "" : "/school-1")}/{Filled(e, samples)}", e.Policy, Is(e, Gone) ? 404 : 200))];
    }

    private static bool Is(Mapped endpoint, string[] starts) => starts.Any(s => endpoint.Pattern.StartsWith(s, StringComparison.Ordinal));

    private static string Filled(Mapped endpoint, Samples samples) =>
        Parameter().Replace(endpoint.Pattern, p => samples.Of(endpoint, p.Groups[1].Value).Value ?? "teacher");

    [GeneratedRegex(@"\{\*{0,2}([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Parameter();
}

using Microsoft.Extensions.Configuration;

namespace Integral.Workflows.Calls;

/// <summary>
/// Which hosts workflows may call: those that the operator names and no others. An institution can't allow one to itself: whoever may change a workflow
/// mustn't reach through the server what only the server reaches.
/// </summary>
internal sealed class WebhookHosts(IConfiguration configuration)
{
    public const string Outside = "Integral:Webhooks:Hosts", Inside = "Integral:Webhooks:InsideHosts";

    private readonly HashSet<string> outside = Read(configuration, Outside), inside = Read(configuration, Inside);

    public bool IsOffered => outside.Count + inside.Count > 0;

    /// <summary>Why an address can't be called; null where it can.</summary>
    public Sentence? Fault(string address)
    {
        if (address.Length > WebhookCall.LongestAddress || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp || uri.UserInfo.Length > 0)
            return T.Say("Say a whole address that begins with https://.");
        if (MayBeInside(uri)) return null;
        if (!outside.Contains(NameOf(uri))) return T.Say("The operator of this installation hasn't allowed calls to {0}.", NameOf(uri));
        return uri.Scheme == Uri.UriSchemeHttps ? null : T.Say("Say a whole address that begins with https://.");
    }

    /// <summary>The operator has said that it stands in their own network.</summary>
    public bool MayBeInside(Uri uri) => inside.Contains(NameOf(uri));

    private static string NameOf(Uri uri) => uri.IsDefaultPort ? uri.IdnHost.ToLowerInvariant() : $"{uri.IdnHost.ToLowerInvariant()}:{uri.Port}";
    private static HashSet<string> Read(IConfiguration configuration, string name) =>
        (configuration[name] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(h => h.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integral.Platform.Web;

/// <summary>How the API reads and writes JSON.</summary>
internal static class ApiJson
{
    /// <summary>A property that isn't known is refused rather than ignored: nobody is to believe that it took effect (abuse case A4).</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.MaxDepth = 32;
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
    }
}

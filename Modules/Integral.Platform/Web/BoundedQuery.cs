using Integral.Platform.Localization;
using Microsoft.AspNetCore.Http;

namespace Integral.Platform.Web;

/// <summary>How much may stand in the query of an API address, whatever it filters by (abuse case A46).</summary>
internal sealed class BoundedQuery : IEndpointFilter
{
    /// <summary>Longer than any cursor of ours.</summary>
    public const int LongestText = 1000;
    public const int LongestList = 100;

    /// <exception cref="RuleException">It is more.</exception>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var (name, values) in context.HttpContext.Request.Query)
        {
            var shown = name[..Math.Min(name.Length, 40)];
            Rule.Require(values.Count <= LongestList, T.Say("'{0}' may be given {1} times.", shown, LongestList));
            Rule.Require(values.All(v => v is null || v.Length <= LongestText), T.Say("'{0}' may have {1} characters.", shown, LongestText));
        }
        return next(context);
    }
}

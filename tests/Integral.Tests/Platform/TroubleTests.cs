using Integral.Platform.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Integral.Tests.Platform;

public sealed class TroubleTests
{
    [Fact]
    public void A_form_that_was_too_large_used_to_be_an_error_of_ours_for_those_who_had_signed_in() =>
        Assert.Equal(413, Trouble.StatusOf(new AntiforgeryValidationException("unread", new BadHttpRequestException("too large", 413))));
}

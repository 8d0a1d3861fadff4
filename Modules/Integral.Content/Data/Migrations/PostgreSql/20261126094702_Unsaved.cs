using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Content.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Unsaved : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_unsaved",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: false),
                    Data = table.Column<string>(type: "text", nullable: false),
                    BasedOn = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_unsaved", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_unsaved_AccountId_Key",
                table: "content_unsaved",
                columns: new[] { "AccountId", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_unsaved");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Content.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Times : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ScheduledAt",
                table: "content_items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduledVersion",
                table: "content_items",
                type: "TEXT",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "content_items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_previews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_previews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_previews_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_items_ScheduledAt",
                table: "content_items",
                column: "ScheduledAt");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_WithdrawnAt",
                table: "content_items",
                column: "WithdrawnAt");

            migrationBuilder.CreateIndex(
                name: "IX_content_previews_Digest",
                table: "content_previews",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_previews_ItemId",
                table: "content_previews",
                column: "ItemId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_previews");

            migrationBuilder.DropIndex(
                name: "IX_content_items_ScheduledAt",
                table: "content_items");

            migrationBuilder.DropIndex(
                name: "IX_content_items_WithdrawnAt",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "ScheduledAt",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "ScheduledVersion",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "content_items");
        }
    }
}
